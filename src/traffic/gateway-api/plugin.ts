import { GatewayRouteKind } from './route-kind';
import type { ArgoRouting, RouterContext } from '../../intent/router';
import { writesTo } from '../../manifests/controller-writes';

/** The name under which the controller knows the plugin. */
const plugin = 'argoproj-labs/gatewayAPI';

/** Where the plugin is told of routes of a kind: of one, and of several. */
const settings = {
  [GatewayRouteKind.HTTP]: ['httpRoute', 'httpRoutes'],
  [GatewayRouteKind.GRPC]: ['grpcRoute', 'grpcRoutes'],
  [GatewayRouteKind.TCP]: ['tcpRoute', 'tcpRoutes'],
  [GatewayRouteKind.TLS]: ['tlsRoute', 'tlsRoutes'],
} as const;

/** The routes that get the weights, all of a kind and in a namespace. */
export interface SplitRoutes {
  readonly names: readonly string[];
  readonly kind: GatewayRouteKind;
  /** Absent: that of the rollout. */
  readonly namespace?: string;
}

/** What the plugin is told, and what it can do. Read from version 0.15.0: https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io */
export function gatewaySplit(routes: SplitRoutes, context: RouterContext): ArgoRouting {
  const { kind, names } = routes;
  const namespace = routes.namespace ?? context.namespace;
  return {
    trafficRouting: { plugins: { [plugin]: { ...told(routes, context), ...(namespace === undefined ? {} : { namespace }) } } },
    manifests: [],
    // of header steps that do nothing the rule gateway-header-routes tells
    ignoredSteps: ['mirror'],
    ...(kind === GatewayRouteKind.HTTP ? {} : { ignoresShares: true }),
    elsewhere: [],
    controllerWrites: names.map(name => writesTo.gatewayRoute(kind, { name, namespace: routes.namespace })),
  };
}

/** What is written or looked for, where the user says nothing of it. */
export function routeKind(kind: GatewayRouteKind | undefined, { protocol }: RouterContext): GatewayRouteKind {
  return kind ?? (protocol === 'grpc' ? GatewayRouteKind.GRPC : GatewayRouteKind.HTTP);
}

/** Whether the route finds the Services of the rollout in another namespace. */
export function isElsewhere(namespace: string | undefined, context: Pick<RouterContext, 'namespace'>): boolean {
  return namespace !== undefined && namespace !== context.namespace;
}

function told({ names, kind }: SplitRoutes, { managedRoutes }: RouterContext): Readonly<Record<string, unknown>> {
  const [one, several] = settings[kind];
  // only a route marked so gets the rules of header steps
  const marked = managedRoutes.length === 0 ? {} : { useHeaderRoutes: true };
  return names.length === 1 && managedRoutes.length === 0 ? { [one]: names[0] } : { [several]: names.map(name => ({ name, ...marked })) };
}
