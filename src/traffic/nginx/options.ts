import type { NginxCanaryOptions } from './canary';
import type { OtherRoute } from '../other-route';

/** How the paths of an Ingress are compared with those of requests. */
export enum NginxPathType {
  /** Everything below them. */
  PREFIX = 'Prefix',
  /** Nothing but them. */
  EXACT = 'Exact',
  /** As annotations say: regular expressions, with `use-regex` or `rewrite-target`. */
  IMPLEMENTATION_SPECIFIC = 'ImplementationSpecific',
}

/** Options for a route that `NginxTraffic` writes. */
export interface NginxTrafficOptions extends NginxCanaryOptions {
  /** The hosts whose requests are split; `*.example.com` is every name of one more part. */
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
   * How the paths are compared with those of requests.
   * @default NginxPathType.PREFIX
   */
  readonly pathType?: NginxPathType;

  /**
   * Paths of the same hosts that lead to other Services, whatever the weights are.
   * @default - none
   */
  readonly otherRoutes?: OtherRoute[];

  /**
   * The class of Ingress that ingress-nginx watches. Argo Rollouts has to know another one, as `--nginx-ingress-classes`.
   * @default 'nginx'
   */
  readonly ingressClass?: string;

  /**
   * The Secret that holds the certificate for the hosts.
   * @default - plain HTTP
   */
  readonly tlsSecret?: string;

  /**
   * Annotations of the Ingress, with their whole names. They count for the canary as well.
   * @default - what the protocol and the session affinity of the rollout ask for
   */
  readonly annotations?: Record<string, string>;
}
