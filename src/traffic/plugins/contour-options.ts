import type { OtherRoute } from '../other-route';

/** Options for a proxy that `ContourTraffic` writes. */
export interface ContourTrafficOptions {
  /** The host whose requests are split; an HTTPProxy has one. */
  readonly host: string;

  /**
   * The path below which they are.
   * @default '/'
   */
  readonly path?: string;

  /**
   * Several paths instead of one.
   * @default - the path alone
   */
  readonly paths?: string[];

  /**
   * Paths of the same host that lead somewhere else.
   * @default - none
   */
  readonly otherRoutes?: OtherRoute[];

  /**
   * The Secret that holds the certificate for the host.
   * @default - plain HTTP
   */
  readonly tlsSecret?: string;

  /**
   * The class of Ingress that Contour watches.
   * @default - the one that is set up for the cluster
   */
  readonly ingressClass?: string;

  /**
   * Annotations of the proxy.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}

/** Options for `ContourTraffic.existing`. */
export interface ExistingContourTrafficOptions {
  /**
   * Further HTTPProxies that get the same weights.
   * @default - none
   */
  readonly others?: string[];
}
