import type { IstioTrafficOptions } from './options';
import type { RouterContext } from '../../intent/router';
import type { IstioDestinationRule, ObjectMeta } from '../../manifests/argo-rollouts.generated';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { withoutSlash } from '../other-route';
import { belowPath, ownPaths } from '../own-paths';

/** What is written of a VirtualService. */
interface VirtualService {
  readonly apiVersion: 'networking.istio.io/v1';
  readonly kind: 'VirtualService';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly hosts: readonly string[];
    readonly gateways?: readonly string[];
    readonly http?: readonly HttpRoute[];
    readonly tls?: readonly { readonly match: readonly { readonly port: number; readonly sniHosts: readonly string[] }[]; readonly route: Split }[];
    readonly tcp?: readonly { readonly match: readonly { readonly port: number }[]; readonly route: Split }[];
  };
}

interface HttpRoute {
  /** The controller writes the weights of the route of this name. */
  readonly name: string;
  readonly match?: readonly { readonly uri: { readonly exact?: string; readonly prefix?: string } }[];
  readonly route: Split;
}

type Split = readonly { readonly destination: Destination; readonly weight?: number }[];

interface Destination {
  readonly host: string;
  readonly subset?: Leaf<string>;
  readonly port: { readonly number: Leaf<number> };
}

/** What is written of a DestinationRule; the controller adds the labels by which a subset knows its pods. */
interface DestinationRule {
  readonly apiVersion: 'networking.istio.io/v1';
  readonly kind: 'DestinationRule';
  readonly metadata: ObjectMeta;
  readonly spec: { readonly host: string; readonly subsets: readonly { readonly name: Leaf<string> }[] };
}

/** A VirtualService whose only route leads to both versions, all of it to the stable one; and the rule that has its subsets. */
export function istioManifests(
  options: IstioTrafficOptions & { readonly destinationRule?: IstioDestinationRule }, context: RouterContext,
): readonly Manifest[] {
  const { destinationRule } = options;
  const objects = destinationRule === undefined
    ? [virtualService(options, context, [{ host: context.stableService }, { host: context.canaryService }])]
    : [
      virtualService(options, context, [
        { host: context.stableService, subset: destinationRule.stableSubsetName },
        { host: context.stableService, subset: destinationRule.canarySubsetName },
      ]),
      subsetRule(destinationRule, context),
    ];
  return objects as unknown as readonly Manifest[];
}

function virtualService(
  options: IstioTrafficOptions, context: RouterContext, [stable, canary]: readonly Omit<Destination, 'port'>[],
): VirtualService {
  const { hosts } = options;
  const all = gatewaysOf(options);
  const port = { number: context.port };
  const route = [
    { destination: { ...stable, port }, weight: 100 },
    { destination: { ...canary, port }, weight: 0 },
  ];
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: context.metadata(context.rollout),
    spec: {
      hosts,
      ...(all === undefined ? {} : { gateways: all }),
      ...routesOf(options, context, route),
    },
  };
}

function routesOf(
  options: IstioTrafficOptions, { rollout }: RouterContext, route: Split,
): Pick<VirtualService['spec'], 'http' | 'tls' | 'tcp'> {
  const { hosts, path, paths, otherRoutes = [], tlsPort, tcpPort } = options;
  if (tlsPort !== undefined) return { tls: [{ match: [{ port: tlsPort, sniHosts: hosts }], route }] };
  if (tcpPort !== undefined) return { tcp: [{ match: [{ port: tcpPort }], route }] };
  const names = httpRouteNames(options, rollout);
  const all = [
    ...ownPaths(options).map((own, index) => ({ path: own, name: names[index], route, everything: (path ?? paths) === undefined })),
    ...otherRoutes.map((other, index) => ({
      path: other.path,
      name: `${rollout}-other-${index + 1}`,
      route: [{ destination: { host: other.serviceName, port: { number: other.portNumber } } }],
      everything: false,
    })),
  ];
  // each path has a route
  return {
    http: inOrder(all).map(each => ({
      name: each.name, ...(each.everything ? {} : { match: belowPath(each.path).map(uri => ({ uri })) }), route: each.route,
    })),
  };
}

/** The Gateways that take the requests in; absent: the mesh alone. */
export function gatewaysOf({ gateway, gateways }: IstioTrafficOptions): readonly string[] | undefined {
  return gateway === undefined ? gateways : [gateway];
}

/** The first route that fits is taken, so that deeper paths come first. */
export function inOrder<T extends { readonly path: string }>(routes: readonly T[]): readonly T[] {
  return [...routes].sort((a, b) => withoutSlash(b.path).length - withoutSlash(a.path).length);
}

/** What the routes of HTTP that get weights are called, one a path. */
export function httpRouteNames(options: IstioTrafficOptions, rollout: string): readonly string[] {
  return ownPaths(options).map((_, index) => index === 0 ? rollout : `${rollout}-path-${index + 1}`);
}

function subsetRule({ stableSubsetName, canarySubsetName }: IstioDestinationRule, context: RouterContext): DestinationRule {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: context.metadata(context.rollout),
    spec: { host: context.stableService, subsets: [{ name: stableSubsetName }, { name: canarySubsetName }] },
  };
}
