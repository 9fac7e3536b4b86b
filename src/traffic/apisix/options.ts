import type { OtherRoute } from '../other-route';

/** Options for a route that `ApisixTraffic` writes. */
export interface ApisixTrafficOptions {
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
   * Paths of the same hosts that lead elsewhere.
   * @default - none
   */
  readonly otherRoutes?: OtherRoute[];

  /**
   * The class of Ingress of the APISIX that takes the requests in.
   * @default 'apisix'
   */
  readonly ingressClass?: string;

  /**
   * Lets connections become WebSockets.
   * @default false
   */
  readonly websocket?: boolean;
}

/** Options for `ApisixTraffic.existing`. */
export interface ExistingApisixTrafficOptions {
  /**
   * The rules that get the weights, by name. Each has to lead to both Services.
   * @default - the rule that is called as the ApisixRoute itself
   */
  readonly rules?: string[];
}
