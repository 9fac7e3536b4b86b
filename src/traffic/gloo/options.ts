import type { OtherRoute } from '../other-route';

/** Options for the route that `GlooTraffic` writes. */
export interface GlooTrafficOptions {
  /** The hosts whose requests are split. */
  readonly hosts: string[];

  /**
   * How the paths of the requests begin. Gloo compares beginnings: `/shop` takes `/shopping` as well, `/shop/` does not.
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
   * The Secret that holds the certificate for the hosts, in the namespace of the rollout.
   * @default - plain HTTP
   */
  readonly tlsSecret?: string;

  /**
   * An Upstream that exists, whose settings of connections and load balancing those of both versions get.
   * @default - one is written under the name of the rollout, which says whether the pods speak HTTP/2
   */
  readonly upstream?: string;

  /**
   * The namespace of that Upstream.
   * @default - that of the rollout
   */
  readonly upstreamNamespace?: string;
}

/** Options for `GlooTraffic.existing`. */
export interface ExistingGlooTrafficOptions {
  /**
   * An Upstream that exists, whose settings of connections and load balancing those of both versions get.
   * @default - none: they have Gloo's own
   */
  readonly upstream?: string;

  /**
   * The namespace of that Upstream.
   * @default - that of the rollout
   */
  readonly upstreamNamespace?: string;
}
