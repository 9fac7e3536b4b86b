import type { OtherRoute } from '../other-route';

/** Options for the Ingress that `SkipperTraffic` writes. */
export interface SkipperTrafficOptions {
  /** The hosts whose requests are split. */
  readonly hosts: string[];

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
   * Paths of the same hosts that lead to other Services.
   * @default - none
   */
  readonly otherRoutes?: OtherRoute[];

  /**
   * The class of Ingress that Skipper watches. It is written as an annotation.
   * @default 'skipper'
   */
  readonly ingressClass?: string;

  /**
   * Further annotations of the Ingress, with their whole names: filters and predicates of Skipper. Flagger copies them for the canary.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}
