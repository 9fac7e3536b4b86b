/** The kinds of routes of the Gateway API whose weights a controller can write. */
export enum GatewayRouteKind {
  /** Requests over HTTP. */
  HTTP = 'HTTPRoute',
  /** Calls over gRPC. */
  GRPC = 'GRPCRoute',
  /** Connections over TCP. The plugin reads `v1alpha2`, which clusters serve with the experimental channel of the Gateway API. */
  TCP = 'TCPRoute',
  /** Connections over TLS that the Gateway does not open. `v1alpha2` of the experimental channel as well. */
  TLS = 'TLSRoute',
}
