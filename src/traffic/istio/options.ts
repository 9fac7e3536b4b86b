import type { OtherRoute } from '../other-route';

/** Options for a VirtualService that `IstioTraffic` writes. */
export interface IstioTrafficOptions {
  /** The hosts whose requests are split: public names with a gateway, names of Services without one. */
  readonly hosts: string[];

  /**
   * The Gateway that takes the requests in, `public` or with its namespace `istio-system/public`.
   * @default - none: requests inside of the mesh are split
   */
  readonly gateway?: string;

  /**
   * Several Gateways instead of one; `mesh` stands for the requests inside of the mesh.
   * @default - the gateway alone
   */
  readonly gateways?: string[];

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
   * One Service stands before both versions, and a DestinationRule with a subset for each tells their pods apart. All requests have to
   * come through the mesh: whoever calls the Service past it reaches both versions.
   * @default false: each version has a Service of its own
   */
  readonly subsets?: boolean;

  /**
   * Paths of the same hosts that lead elsewhere. Header routes of steps stand before them.
   * @default - none
   */
  readonly otherRoutes?: OtherRoute[];

  /**
   * Splits connections of TLS that pass unread: the port of the Gateway they come in at. They are told apart by the hosts alone.
   * @default - requests of HTTP are split
   */
  readonly tlsPort?: number;

  /**
   * Splits connections of any protocol: the port they come in at.
   * @default - requests of HTTP are split
   */
  readonly tcpPort?: number;
}

/** A TLS route of a VirtualService, known by what it matches. */
export interface IstioTlsRoute {
  /**
   * The only port that it matches.
   * @default - it matches no port
   */
  readonly port?: number;

  /**
   * All of the host names that it matches.
   * @default - it matches none
   */
  readonly sniHosts?: string[];
}

/** A TCP route of a VirtualService, known by what it matches. */
export interface IstioTcpRoute {
  /** The only port that it matches. */
  readonly port: number;
}

/** Which routes of a VirtualService that exists get the weights. */
export interface IstioRoutes {
  /**
   * HTTP routes, by name.
   * @default - the only one there is
   */
  readonly routes?: string[];

  /**
   * TLS routes.
   * @default - the only one there is, if there is one
   */
  readonly tlsRoutes?: IstioTlsRoute[];

  /**
   * TCP routes.
   * @default - the only one there is, if there is one
   */
  readonly tcpRoutes?: IstioTcpRoute[];
}

/** A VirtualService that exists, and its routes that get the weights. */
export interface IstioVirtualServiceRoutes extends IstioRoutes {
  /** Its name, or `name.namespace` where it is in another namespace. */
  readonly name: string;
}

/** A DestinationRule that exists, in the namespace of the rollout, and its subsets. */
export interface IstioSubsets {
  /** The name of the DestinationRule. */
  readonly name: string;

  /**
   * The subset of the canary's pods.
   * @default 'canary'
   */
  readonly canarySubset?: string;

  /**
   * The subset of the stable version's pods.
   * @default 'stable'
   */
  readonly stableSubset?: string;

  /**
   * Subsets beside these two whose share of the requests stays as it is.
   * @default - none
   */
  readonly additionalSubsets?: string[];
}

/** Options for `IstioTraffic.existing`. */
export interface ExistingIstioTrafficOptions extends IstioRoutes {
  /**
   * Tells the versions apart by subsets, behind one Service.
   * @default - each version has a Service of its own
   */
  readonly destinationRule?: IstioSubsets;

  /**
   * Further VirtualServices that get the same weights.
   * @default - none
   */
  readonly others?: IstioVirtualServiceRoutes[];
}
