import { existingProblems, httpProblems, routeProblems, tlsProblems } from './checks';
import { connectionsFlagger, existingGatewayApiFlagger, gatewayApiFlagger } from './flagger';
import type { ExistingGatewayApiTrafficOptions, GatewayApiTrafficOptions, GatewayRouteOptions, GatewayTlsOptions } from './options';
import { gatewaySplit, isElsewhere, routeKind } from './plugin';
import { GatewayRouteKind } from './route-kind';
import { canPersist, gatewayManifests, parentsOf } from './routes';
import type { ParentReference, WrittenRoute } from './routes';
import { refuse } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router, RouterContext } from '../../intent/router';

/**
 * Traffic split by a Gateway API route. Argo Rollouts writes its weights through the plugin `argoproj-labs/gatewayAPI`,
 * which has to be installed in the controller. Flagger needs no plugin: it writes the route itself, always an HTTPRoute.
 */
export class GatewayApiTraffic implements ITrafficRouter {
  /**
   * Uses a route that exists, in the namespace of the rollout unless the options say otherwise. One of its rules has to name both Services.
   * Not for Flagger, which writes its own.
   */
  public static existing(routeName: string, options: ExistingGatewayApiTrafficOptions = {}): ITrafficRouter {
    refuse('GatewayApiTraffic.existing', ...existingProblems(routeName, options));
    const names = [routeName, ...options.others ?? []];
    return {
      routerName: 'gatewayApi',
      _router: {
        ...existingGatewayApiRouter('gatewayApi', routeName, options),
        flagger: context => existingGatewayApiFlagger(names, 'GatewayApiTraffic({ hosts, gateway })', context),
      },
    };
  }

  /** Splits connections over TCP, by a TCPRoute: of what is sent over them the Gateway knows nothing. */
  public static tcp(options: GatewayRouteOptions): ITrafficRouter {
    refuse('GatewayApiTraffic.tcp', ...routeProblems(options));
    return { routerName: 'gatewayApi', _router: connectionsRouter(options, GatewayRouteKind.TCP) };
  }

  /** Splits connections over TLS that the pods open, by a TLSRoute: the Gateway knows the host that they ask for. */
  public static tls(options: GatewayTlsOptions): ITrafficRouter {
    refuse('GatewayApiTraffic.tls', ...tlsProblems(options));
    return { routerName: 'gatewayApi', _router: connectionsRouter(options, GatewayRouteKind.TLS) };
  }

  /** The product. */
  public readonly routerName = 'gatewayApi';

  /** @internal */
  public readonly _router: Router;

  constructor(options: GatewayApiTrafficOptions) {
    refuse('GatewayApiTraffic', ...httpProblems(options));
    this._router = { ...gatewayApiRouter(options), flagger: context => gatewayApiFlagger(options, context) };
  }
}

function connectionsRouter(options: GatewayRouteOptions & RouteWish, kind: GatewayRouteKind): Router {
  return { ...gatewayApiRouter(options, { kind }), flagger: () => connectionsFlagger(options, kind) };
}

/** What is said of a route, whatever its kind. */
export type RouteWish = Omit<WrittenRoute, 'kind' | 'parents'>;

/** What tells one product that is driven so from another. */
export interface GatewayProduct {
  /** Absent: no certain one. */
  readonly router?: string;
  /** Absent: by what the rollout speaks. */
  readonly kind?: GatewayRouteKind;
  /** It does not do what the Gateway API says of sessions. */
  readonly forgetsVisitors?: boolean;
}

/** Writes the route under the rollout's name, below the Gateways. */
export function gatewayApiRouter(options: GatewayRouteOptions & RouteWish, product: GatewayProduct = {}): Router {
  return writtenRouter(options, () => parentsOf(options), product);
}

/** Writes the route under the rollout's name. */
export function writtenRouter(
  wish: RouteWish, parents: (context: RouterContext) => readonly ParentReference[],
  { router = 'gatewayApi', kind: wanted, forgetsVisitors = false }: GatewayProduct,
): Router {
  return {
    kind: router,
    argo: context => {
      const kind = routeKind(wanted, context);
      const told = forgetsVisitors ? { ...context, affinity: undefined } : context;
      const routing = gatewaySplit({ names: [context.rollout], kind, namespace: wish.routeNamespace }, context);
      return {
        ...routing,
        manifests: gatewayManifests({ ...wish, kind, parents: parents(context) }, told),
        ...(told.affinity !== undefined && canPersist(kind) ? { keepsVisitors: true } : {}),
        gaps: [...requestGaps(wish, kind), ...placeGaps(wish, context), ...versionGaps(wish)],
      };
    },
  };
}

/** Uses routes that exist. */
export function existingGatewayApiRouter(
  router: string, routeName: string, { kind: wanted, others = [], routeNamespace }: ExistingGatewayApiTrafficOptions,
): Router {
  return {
    kind: router,
    argo: (context): ArgoRouting => {
      const kind = routeKind(wanted, context);
      const names = [routeName, ...others];
      return {
        ...gatewaySplit({ names, kind, namespace: routeNamespace }, context), elsewhere: names.map(name => ({ kind, name })),
      };
    },
  };
}

/** Paths are of HTTP, services of gRPC. */
function requestGaps(wish: RouteWish, kind: GatewayRouteKind): readonly Problem[] {
  const wrong = kind === GatewayRouteKind.GRPC ? (['path', 'paths', 'otherRoutes'] as const) : (['grpcServices'] as const);
  return wrong.filter(property => wish[property] !== undefined).map(property => ({
    property: `traffic.${property}`,
    message: `cannot be written to ${kind === GatewayRouteKind.GRPC ? 'a GRPCRoute, which knows calls by their service' : 'an HTTPRoute, which knows requests by their path'}`,
    fix: kind === GatewayRouteKind.GRPC ? 'name the services in grpcServices' : 'name the paths in paths, or say that the rollout speaks gRPC: protocol: Protocol.grpc()',
  }));
}

/** The plugin of Argo Rollouts reads the stable version of the API alone. */
function versionGaps({ routeVersion = 'v1' }: RouteWish): readonly Problem[] {
  return routeVersion === 'v1' ? [] : [{
    property: 'traffic.routeVersion', message: `must be v1, the only one that Argo Rollouts reads, got ${routeVersion}`, fix: 'leave it out, and bring the Gateway API of the cluster to 1.0 or later',
  }];
}

/** In another namespace Services have to be named with theirs. */
function placeGaps({ routeNamespace }: RouteWish, context: RouterContext): readonly Problem[] {
  return !isElsewhere(routeNamespace, context) || context.namespace !== undefined ? [] : [{
    property: 'traffic.routeNamespace',
    message: `needs the namespace of the rollout, where the route has to find the Services, got ${routeNamespace} alone`,
    fix: 'give the chart a namespace, or leave it out',
  }];
}
