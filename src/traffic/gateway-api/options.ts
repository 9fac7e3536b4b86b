import type { GatewayRouteKind } from './route-kind';
import type { OtherRoute } from '../other-route';

/** A Gateway, and which of its listeners. */
export interface GatewayListener {
  /** The Gateway that takes the requests in. */
  readonly gateway: string;

  /**
   * The namespace of the Gateway, which has to allow routes from this one.
   * @default - that of the route
   */
  readonly gatewayNamespace?: string;

  /**
   * The listener of the Gateway. TLS is ended there: the certificate stands at the listener, not at the route.
   * @default - every one that takes such routes
   */
  readonly listener?: string;
}

/** Options for any route that `GatewayApiTraffic` writes, and all there is to a TCPRoute. */
export interface GatewayRouteOptions extends GatewayListener {
  /**
   * Further Gateways, or further listeners of the same one.
   * @default - none
   */
  readonly otherGateways?: GatewayListener[];

  /**
   * The namespace of the route, where it is not that of the rollout. A ReferenceGrant that lets it refer to both Services is written.
   * @default - that of the rollout
   */
  readonly routeNamespace?: string;

  /**
   * Annotations of the route.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}

/** Options for an HTTPRoute that `GatewayApiTraffic` writes; for a rollout that speaks gRPC it is a GRPCRoute. */
export interface GatewayApiTrafficOptions extends GatewayRouteOptions {
  /** The hosts whose requests are split. */
  readonly hosts: string[];

  /**
   * The path below which the requests are.
   * @default '/'
   */
  readonly path?: string;

  /**
   * Several paths instead of one.
   * @default - the path alone
   */
  readonly paths?: string[];

  /**
   * Paths of the same hosts that lead somewhere else.
   * @default - none
   */
  readonly otherRoutes?: OtherRoute[];

  /**
   * The services of gRPC whose calls are split, such as `shop.v1.Checkout`.
   * @default - every call to the hosts
   */
  readonly grpcServices?: string[];

  /**
   * The version of the HTTPRoute that Flagger writes: `v1`, or `v1beta1` in clusters with a Gateway API before 1.0. Argo Rollouts knows `v1`.
   * @default 'v1'
   */
  readonly routeVersion?: string;
}

/** Options for a TLSRoute that `GatewayApiTraffic.tls` writes. */
export interface GatewayTlsOptions extends GatewayRouteOptions {
  /** The hosts that connections ask for by SNI. */
  readonly hosts: string[];
}

/** Options for `GatewayApiTraffic.existing`. */
export interface ExistingGatewayApiTrafficOptions {
  /**
   * The kind of the routes.
   * @default - GatewayRouteKind.GRPC for a rollout that speaks gRPC, GatewayRouteKind.HTTP for others
   */
  readonly kind?: GatewayRouteKind;

  /**
   * The namespace of the routes, which needs a ReferenceGrant where it is not that of the rollout.
   * @default - that of the rollout
   */
  readonly routeNamespace?: string;

  /**
   * Further routes of this kind that get the same weights, in the same namespace.
   * @default - none
   */
  readonly others?: string[];
}
