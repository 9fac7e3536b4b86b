import type { ExistingIstioTrafficOptions, IstioRoutes, IstioSubsets, IstioTrafficOptions } from './options';
import * as checks from '../../intent/checks';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { fits } from '../../manifests/leaf';
import { ownPathProblems } from '../own-paths';
import { objectName, portProblem } from '../route-checks';

type Problems = readonly (Problem | undefined)[];

const gatewayName = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?\/)?[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/;

/** One Gateway or several. Without a Gateway a wildcard would be every host of the mesh, which Istio refuses. */
export function gatewayProblems({ gateway, gateways, hosts }: IstioTrafficOptions): Problems {
  const insideOnly = gateway === undefined && (gateways === undefined || gateways.every(name => name === 'mesh'));
  return [
    gateway !== undefined && gateways !== undefined
      ? { property: 'gateways', message: 'cannot be combined with gateway', fix: 'name all of them in gateways' } : undefined,
    gateways?.length === 0
      ? { property: 'gateways', message: 'must name at least one Gateway, got none', fix: 'leave it out for requests inside of the mesh' } : undefined,
    gateway === undefined ? undefined : gatewayProblem('gateway', gateway),
    ...(gateways ?? []).map((name, index) => gatewayProblem(`gateways[${index}]`, name)),
    ...hosts.map((host, index) => insideOnly && !fits(host, known => !known.startsWith('*.')) ? {
      property: `hosts[${index}]`, message: `must be a name without * where no gateway is given, got ${show(host)}`, fix: 'name the Service, or the gateway',
    } : undefined),
  ];
}

/** What is read of requests, and cannot be of connections. */
export function routeKindProblems(options: IstioTrafficOptions): Problems {
  const { tlsPort, tcpPort, path, paths, otherRoutes } = options;
  const kind = tcpPort === undefined ? 'tlsPort' : 'tcpPort';
  const blind = (property: string, value: unknown) => value === undefined || (tlsPort ?? tcpPort) === undefined ? undefined : {
    property, message: `cannot be combined with ${kind}: connections have no path that Istio could read`, fix: `drop it, or ${kind}`,
  };
  return [
    portProblem('tlsPort', tlsPort),
    portProblem('tcpPort', tcpPort),
    tlsPort !== undefined && tcpPort !== undefined
      ? { property: 'tcpPort', message: 'cannot be combined with tlsPort', fix: 'keep tlsPort where connections are of TLS, which tells their hosts' } : undefined,
    blind('path', path),
    blind('paths', paths),
    blind('otherRoutes', otherRoutes),
    ...ownPathProblems(options),
  ];
}

function gatewayProblem(property: string, name: string): Problem | undefined {
  return fits(name, known => gatewayName.test(known)) ? undefined : {
    property, message: `must be the name of a Gateway, got ${show(name)}`, fix: 'write its metadata.name, or namespace/name',
  };
}

/** What is wrong with what is said of VirtualServices that exist. */
export function existingProblems(virtualService: string, options: ExistingIstioTrafficOptions): Problems {
  const { others = [], destinationRule } = options;
  return [
    objectName('virtualService', virtualService),
    ...routeProblems(options, ''),
    ...others.flatMap((other, index) => [objectName(`others[${index}].name`, other.name), ...routeProblems(other, `others[${index}].`)]),
    ...(destinationRule === undefined ? [] : subsetProblems(destinationRule)),
  ];
}

function routeProblems({ tlsRoutes = [], tcpRoutes = [] }: IstioRoutes, owner: string): Problems {
  return [
    ...tlsRoutes.flatMap(({ port, sniHosts = [] }, index) => [
      checks.positiveNumber(`${owner}tlsRoutes[${index}].port`, port),
      port === undefined && sniHosts.length === 0 ? {
        property: `${owner}tlsRoutes[${index}]`, message: 'must have a port or sniHosts, by which the route is known, got none', fix: 'write what the route matches',
      } : undefined,
    ]),
    ...tcpRoutes.map(({ port }, index) => checks.positiveNumber(`${owner}tcpRoutes[${index}].port`, port)),
  ];
}

function subsetProblems({ name, canarySubset = 'canary', stableSubset = 'stable', additionalSubsets = [] }: IstioSubsets): Problems {
  return [
    objectName('destinationRule.name', name),
    canarySubset === stableSubset ? {
      property: 'destinationRule.canarySubset',
      message: `must not be destinationRule.stableSubset, got ${show(canarySubset)} for both`,
      fix: 'name the subset of each version',
    } : undefined,
    ...additionalSubsets.map((subset, index) => [canarySubset, stableSubset].includes(subset) ? {
      property: `destinationRule.additionalSubsets[${index}]`, message: `must be neither canarySubset nor stableSubset, got ${show(subset)}`, fix: 'drop it',
    } : undefined),
  ];
}
