import type { Duration } from 'cdk8s';
import type { FlaggerLoadBalancer } from './load-balancer-options';

/** How Istio deals with the pods of both versions. */
export interface FlaggerTrafficPolicy {
  /**
   * How many requests there may be at once.
   * @default - as many as the mesh allows
   */
  readonly connectionPool?: FlaggerConnectionPool;

  /**
   * Which pod gets a request.
   * @default - as the mesh does by itself
   */
  readonly loadBalancer?: FlaggerLoadBalancer;

  /**
   * When pods that fail get no requests for a while.
   * @default - never
   */
  readonly outlierDetection?: FlaggerOutlierDetection;

  /**
   * How connections to the pods are encrypted.
   * @default - as the mesh does by itself
   */
  readonly tls?: FlaggerTls;
}

/** Whether connections are made to HTTP/2. */
export enum FlaggerUpgrade {
  /** As the mesh says. */
  DEFAULT = 'DEFAULT',
  /** They stay as they are. */
  DO_NOT_UPGRADE = 'DO_NOT_UPGRADE',
  /** They are. */
  UPGRADE = 'UPGRADE',
}

/** Requests and connections there may be at once. */
export interface FlaggerConnectionPool {
  /**
   * Requests that wait for a connection.
   * @default - as many as the mesh allows
   */
  readonly maxPendingRequests?: number;

  /**
   * Requests at once.
   * @default - as many as the mesh allows
   */
  readonly maxRequests?: number;

  /**
   * Requests over one connection.
   * @default - any number
   */
  readonly maxRequestsPerConnection?: number;

  /**
   * Requests that are being tried again, all together.
   * @default - as many as the mesh allows
   */
  readonly maxRetries?: number;

  /**
   * How long a connection stays that nothing goes over.
   * @default - as long as the mesh says
   */
  readonly idleTimeout?: Duration;

  /**
   * Whether connections are made to HTTP/2.
   * @default FlaggerUpgrade.DEFAULT
   */
  readonly upgrade?: FlaggerUpgrade;
}

/** When pods that fail get no requests for a while. */
export interface FlaggerOutlierDetection {
  /**
   * How many statuses from 500 on in a row.
   * @default - 5, Istio's own
   */
  readonly serverErrors?: number;

  /**
   * How many of the statuses 502, 503 and 504 in a row. With 0 they do not count.
   * @default 0
   */
  readonly gatewayErrors?: number;

  /**
   * How many connections in a row that could not be made, with `splitLocalOriginErrors`.
   * @default - 5, Istio's own
   */
  readonly localOriginFailures?: number;

  /**
   * Whether connections that could not be made are counted for themselves.
   * @default false
   */
  readonly splitLocalOriginErrors?: boolean;

  /**
   * How many failures of any kind in a row, as old versions of Istio want it said.
   * @default - as the others say
   */
  readonly consecutiveErrors?: number;

  /**
   * How often it is looked at.
   * @default - 10 seconds, Istio's own
   */
  readonly interval?: Duration;

  /**
   * How long a pod gets no requests, each time that much longer.
   * @default - 30 seconds, Istio's own
   */
  readonly baseEjectionTime?: Duration;

  /**
   * How many percent of the pods at most get none.
   * @default - 10, Istio's own
   */
  readonly maxEjectionPercent?: number;

  /**
   * With fewer percent of good pods all of them get requests again.
   * @default 0
   */
  readonly minHealthPercent?: number;
}

/** How connections to the pods are encrypted. */
export enum FlaggerTlsMode {
  /** Not at all. */
  DISABLE = 'DISABLE',
  /** With a certificate of the pods. */
  SIMPLE = 'SIMPLE',
  /** With certificates of both sides. */
  MUTUAL = 'MUTUAL',
  /** With the certificates of Istio. */
  ISTIO_MUTUAL = 'ISTIO_MUTUAL',
}

/** Certificates of connections to the pods, by paths in the proxy. */
export interface FlaggerTls {
  /** How they are encrypted. */
  readonly mode: FlaggerTlsMode;

  /**
   * The certificate of the caller.
   * @default - none
   */
  readonly clientCertificate?: string;

  /**
   * Its key.
   * @default - none
   */
  readonly privateKey?: string;

  /**
   * Whose certificates are believed.
   * @default - as the mesh says
   */
  readonly caCertificates?: string;

  /**
   * Names that the certificate of the pods may have.
   * @default - any
   */
  readonly subjectAltNames?: string[];

  /**
   * The host that is asked for.
   * @default - that of the Service
   */
  readonly sni?: string;
}
