import type { ExistingGatewayApiTrafficOptions, GatewayApiTrafficOptions, GatewayListener, GatewayRouteOptions, GatewayTlsOptions } from './options';
import { isRouteVersion, routeVersions } from './route-version';
import { nameProblem } from '../../intent/checks';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { fits } from '../../manifests/leaf';
import { ownPathProblems } from '../own-paths';
import { annotationProblems, hostProblems, objectName, sameNameProblems } from '../route-checks';

type Problems = readonly (Problem | undefined)[];

const grpcService = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;
/** How many of each a route of the Gateway API takes. */
const mostHosts = 16;
const mostMatches = 64;
const mostOtherRules = 15;
const mostOtherParents = 31;

export function httpProblems(options: GatewayApiTrafficOptions): Problems {
  const { hosts, paths, otherRoutes, grpcServices, routeVersion } = options;
  return [
    ...hostProblems(hosts),
    ...addressProblems(hosts),
    mostProblem('hosts', hosts, mostHosts),
    ...routeProblems(options),
    ...ownPathProblems(options),
    manyPathsProblem(paths),
    mostProblem('otherRoutes', otherRoutes ?? [], mostOtherRules),
    ...grpcServiceProblems(grpcServices),
    routeVersion === undefined || isRouteVersion(routeVersion) ? undefined : {
      property: 'routeVersion', message: `must be one of ${routeVersions.join(', ')}, got ${show(routeVersion)}`, fix: 'leave it out for v1',
    },
  ];
}

/** Services of gRPC, by their whole names. */
export function grpcServiceProblems(grpcServices: readonly string[] | undefined): Problems {
  return [
    ...(grpcServices ?? []).map((name, index) => fits(name, known => grpcService.test(known)) ? undefined : {
      property: `grpcServices[${index}]`, message: `must be a service of gRPC, got ${show(name)}`, fix: 'write its package and name, such as "shop.v1.Checkout"',
    }),
    mostProblem('grpcServices', grpcServices ?? [], mostMatches),
    grpcServices?.length === 0 ? { property: 'grpcServices', message: 'must name at least one service, got none', fix: 'leave it out for every call' } : undefined,
  ];
}

export function tlsProblems(options: GatewayTlsOptions): Problems {
  return [...hostProblems(options.hosts), ...addressProblems(options.hosts), ...routeProblems(options)];
}

/** What is wrong with the Gateways and the place of any route. */
export function routeProblems(options: GatewayRouteOptions): Problems {
  const { otherGateways = [], routeNamespace, annotations } = options;
  const all = [options, ...otherGateways];
  return [
    ...listenerProblems(options, ''),
    ...otherGateways.flatMap((other, index) => listenerProblems(other, `otherGateways[${index}].`)),
    ...otherGateways.map((other, index) => all.slice(0, index + 1).some(before => overlap(before, other)) ? {
      property: `otherGateways[${index}]`, message: `must be another listener, got ${show(other.gateway)} again`, fix: 'name a listener of each, or drop it',
    } : undefined),
    mostProblem('otherGateways', otherGateways, mostOtherParents),
    routeNamespace === undefined ? undefined : nameProblem('routeNamespace', routeNamespace),
    ...annotationProblems('annotations', annotations),
  ];
}

export function existingProblems(routeName: string, { routeNamespace, others = [] }: ExistingGatewayApiTrafficOptions): Problems {
  return [
    objectName('routeName', routeName),
    ...others.map((name, index) => objectName(`others[${index}]`, name)),
    ...sameNameProblems('others', [routeName, ...others], 'route'),
    routeNamespace === undefined ? undefined : nameProblem('routeNamespace', routeNamespace),
  ];
}

/** A rule of a route has so many matches, each of which is a path. */
export function manyPathsProblem(paths: readonly string[] = []): Problem | undefined {
  return mostProblem('paths', paths, mostMatches);
}

function listenerProblems({ gateway, gatewayNamespace, listener }: GatewayListener, owner: string): Problems {
  return [
    objectName(`${owner}gateway`, gateway),
    gatewayNamespace === undefined ? undefined : nameProblem(`${owner}gatewayNamespace`, gatewayNamespace),
    listener === undefined ? undefined : objectName(`${owner}listener`, listener),
  ];
}

/** A Gateway can be named again for another listener only. */
function overlap(a: GatewayListener, b: GatewayListener): boolean {
  return a.gateway === b.gateway && a.gatewayNamespace === b.gatewayNamespace
    && (a.listener === undefined || b.listener === undefined || a.listener === b.listener);
}

/** A host of a route is a name, and never an address. */
function addressProblems(hosts: readonly string[]): Problems {
  return hosts.map((host, index) => !fits(host, known => !/^\d+(\.\d+){3}$/.test(known)) ? {
    property: `hosts[${index}]`, message: `must be a name and no address, got ${show(host)}`, fix: 'write the name under which the Gateway is asked',
  } : undefined);
}

function mostProblem(property: string, list: readonly unknown[], most: number): Problem | undefined {
  return list.length <= most ? undefined : { property, message: `must be at most ${most}, got ${list.length}`, fix: 'use a route for each part of them' };
}
