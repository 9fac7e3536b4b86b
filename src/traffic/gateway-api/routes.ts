import type { GatewayApiTrafficOptions, GatewayListener, GatewayRouteOptions } from './options';
import { isElsewhere } from './plugin';
import { GatewayRouteKind } from './route-kind';
import type { AffinityIntent } from '../../intent/affinity';
import type { RouterContext } from '../../intent/router';
import type { ObjectMeta } from '../../manifests/argo-rollouts.generated';
import type { HTTPRoute } from '../../manifests/kubernetes.generated';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';

/** What a route hangs on. */
export type ParentReference = NonNullable<NonNullable<HTTPRoute['spec']>['parentRefs']>[number];

/** What is written of a route of any kind. */
export interface WrittenRoute extends
  Pick<GatewayRouteOptions, 'routeNamespace' | 'annotations'>,
  Partial<Pick<GatewayApiTrafficOptions, 'hosts' | 'path' | 'paths' | 'otherRoutes' | 'grpcServices' | 'routeVersion'>> {
  readonly kind: GatewayRouteKind;
  readonly parents: readonly ParentReference[];
}

/** The version of the API that is written. The plugin reads the two kinds of connections as v1alpha2 alone. */
const versions: Readonly<Record<GatewayRouteKind, string>> = {
  [GatewayRouteKind.HTTP]: 'v1',
  [GatewayRouteKind.GRPC]: 'v1',
  [GatewayRouteKind.TCP]: 'v1alpha2',
  [GatewayRouteKind.TLS]: 'v1alpha2',
};

/** The route under the rollout's name, and what lets it refer to the Services. */
export function gatewayManifests(wish: WrittenRoute, context: RouterContext): readonly Manifest[] {
  const route = {
    apiVersion: `gateway.networking.k8s.io/${versions[wish.kind]}`,
    kind: wish.kind,
    metadata: metadata(wish, context),
    spec: {
      parentRefs: wish.parents,
      ...(wish.hosts === undefined ? {} : { hostnames: wish.hosts }),
      rules: [{ ...matches(wish), ...persistence(wish.kind, context), backendRefs: backends(wish, context) }, ...otherRules(wish, context)],
    },
  };
  return [route, ...grants(wish, context)] as unknown as readonly Manifest[];
}

/** The Gateways and listeners that a user names. */
export function parentsOf(options: GatewayRouteOptions): readonly ParentReference[] {
  return [options, ...options.otherGateways ?? []].map(({ gateway, gatewayNamespace, listener }: GatewayListener) => ({
    name: gateway,
    ...(gatewayNamespace === undefined ? {} : { namespace: gatewayNamespace }),
    ...(listener === undefined ? {} : { sectionName: listener }),
  }));
}

function metadata({ routeNamespace, annotations = {} }: WrittenRoute, context: RouterContext): ObjectMeta {
  const own = context.metadata(context.rollout);
  return {
    ...own,
    ...(routeNamespace === undefined ? {} : { namespace: routeNamespace }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...own.annotations, ...annotations } }),
  };
}

function matches({ kind, path, paths, grpcServices }: WrittenRoute): object {
  if (kind === GatewayRouteKind.GRPC) {
    return grpcServices === undefined ? {} : { matches: grpcServices.map(service => ({ method: { service } })) };
  }
  const all = path === undefined ? paths : [path];
  return all === undefined ? {} : { matches: all.map(prefix) };
}

function backends({ routeNamespace }: WrittenRoute, context: RouterContext): readonly object[] {
  const namespace = isElsewhere(routeNamespace, context) && context.namespace !== undefined ? { namespace: context.namespace } : {};
  return [
    { name: context.stableService, ...namespace, port: context.port, weight: 100 },
    { name: context.canaryService, ...namespace, port: context.port, weight: 0 },
  ];
}

function otherRules({ kind, otherRoutes = [], routeNamespace }: WrittenRoute, context: RouterContext): readonly object[] {
  if (kind !== GatewayRouteKind.HTTP) return [];
  const namespace = isElsewhere(routeNamespace, context) && context.namespace !== undefined ? { namespace: context.namespace } : {};
  return otherRoutes.map(({ path, serviceName, portNumber }) => ({
    matches: [prefix(path)],
    backendRefs: [{ name: serviceName, ...namespace, port: portNumber }],
  }));
}

/** Whole segments, as the Gateway API compares them. */
export function prefix(path: string): object {
  return { path: { type: 'PathPrefix', value: path } };
}

/** A cookie that holds a visitor, whatever the weights are: https://gateway-api.sigs.k8s.io/geps/gep-1619/ */
function persistence(kind: GatewayRouteKind, { affinity }: RouterContext): object {
  if (affinity === undefined || !canPersist(kind)) return {};
  return { sessionPersistence: { type: 'Cookie', ...cookie(affinity) } };
}

/** Connections carry no cookies. */
export function canPersist(kind: GatewayRouteKind): boolean {
  return kind === GatewayRouteKind.HTTP || kind === GatewayRouteKind.GRPC;
}

function cookie({ cookie: sessionName, maxAgeSeconds }: AffinityIntent): object {
  return {
    ...(sessionName === undefined ? {} : { sessionName }),
    ...(maxAgeSeconds === undefined ? {} : { absoluteTimeout: duration(maxAgeSeconds), cookieConfig: { lifetimeType: 'Permanent' } }),
  };
}

/** A number of the Gateway API's durations has five digits at most. */
function duration(seconds: Leaf<number>): Leaf<string> {
  return mapLeaf(seconds, known => {
    const parts = [[Math.floor(known / 3600), 'h'], [Math.floor(known / 60) % 60, 'm'], [known % 60, 's']] as const;
    return parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`).join('');
  });
}

/** The Services' namespace has to allow a route of another one to refer to them. */
function grants({ kind, routeNamespace, otherRoutes = [] }: WrittenRoute, context: RouterContext): readonly object[] {
  if (!isElsewhere(routeNamespace, context)) return [];
  const services = [...new Set([context.stableService, context.canaryService, ...otherRoutes.map(({ serviceName }) => serviceName)])];
  return [{
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: context.metadata(context.rollout),
    spec: {
      from: [{ group: 'gateway.networking.k8s.io', kind, namespace: routeNamespace }],
      to: services.map(name => ({ group: '', kind: 'Service', name })),
    },
  }];
}
