import type { OtherRoute } from '../other-route';

/** Options for a route that `TraefikTraffic` writes. */
export interface TraefikTrafficOptions {
  /** The hosts whose requests are split. `*.shop.example.com` stands for one name before the first dot. */
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
   * The class of Ingress of the Traefik that takes the requests in, where it was started with one (`providers.kubernetesCRD.ingressClass`).
   * @default - that of a Traefik without one
   */
  readonly ingressClass?: string;

  /**
   * The entry points of Traefik that take the requests in.
   * @default - those that Traefik has by default, all of them if nothing else is said
   */
  readonly entryPoints?: string[];

  /**
   * Middlewares that the requests to the rollout go through, in this order: `compress`, or with its namespace `edge/compress`.
   * @default - none
   */
  readonly middlewares?: string[];

  /**
   * The Secret that holds the certificate for the hosts.
   * @default - what the entry point says
   */
  readonly tlsSecret?: string;

  /**
   * What gets the certificate for the hosts, as the configuration of Traefik calls it. For a wildcard it has to prove the name by DNS.
   * @default - what the entry point says
   */
  readonly certResolver?: string;
}
