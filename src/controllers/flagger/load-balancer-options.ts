import type { Duration } from 'cdk8s';

/** How a pod is chosen. */
export enum FlaggerBalancing {
  /** One after the other. */
  ROUND_ROBIN = 'ROUND_ROBIN',
  /** The one with fewer requests of two; the old name of `LEAST_REQUEST`. */
  LEAST_CONN = 'LEAST_CONN',
  /** Any of them. */
  RANDOM = 'RANDOM',
  /** Where the caller wanted to go. */
  PASSTHROUGH = 'PASSTHROUGH',
  /** The one with fewer requests of two. */
  LEAST_REQUEST = 'LEAST_REQUEST',
}

/** Which pod gets a request. Give `balancing` or `consistentHash`. */
export interface FlaggerLoadBalancer {
  /**
   * How one is chosen, whoever asks.
   * @default - as `consistentHash` says
   */
  readonly balancing?: FlaggerBalancing;

  /**
   * By what the same one is found again.
   * @default - as `balancing` says
   */
  readonly consistentHash?: FlaggerConsistentHash;

  /**
   * Which regions and zones are preferred.
   * @default - as the mesh says
   */
  readonly locality?: FlaggerLocality;

  /**
   * How long new pods get fewer requests than the others, with `ROUND_ROBIN` and `LEAST_REQUEST`.
   * @default - not at all
   */
  readonly warmup?: Duration;
}

/** By what a caller finds the same pod again. Give exactly one of `header`, `cookie` and `sourceIp`. */
export interface FlaggerConsistentHash {
  /**
   * The value of this header.
   * @default - not by a header
   */
  readonly header?: string;

  /**
   * A cookie.
   * @default - not by a cookie
   */
  readonly cookie?: FlaggerHashCookie;

  /**
   * The address of the caller.
   * @default false
   */
  readonly sourceIp?: boolean;

  /**
   * How finely the pods are spread, at least.
   * @default - 1024, Istio's own
   */
  readonly minimumRingSize?: number;
}

/** A cookie that Istio sets where there is none. */
export interface FlaggerHashCookie {
  /** Its name. */
  readonly name: string;

  /** How long it is kept. With 0 it ends with the browser. */
  readonly maxAge: Duration;

  /**
   * The path it is for.
   * @default - all of them
   */
  readonly path?: string;
}

/** Regions and zones that are preferred. Give `distribute` or `failover`. */
export interface FlaggerLocality {
  /**
   * Whether regions and zones are looked at, whatever the mesh says. Flagger does not pass `false` on.
   * @default - as the mesh says
   */
  readonly enabled?: boolean;

  /**
   * Where requests go, by where they come from.
   * @default - to pods that are near
   */
  readonly distribute?: FlaggerLocalityDistribution[];

  /**
   * Where requests go when the pods of a region fail.
   * @default - to any other region
   */
  readonly failover?: FlaggerLocalityFailover[];
}

/** Where the requests of one place go. */
export interface FlaggerLocalityDistribution {
  /** Where they come from, such as `us-west/zone1/*`. */
  readonly source: string;

  /** Percentages by where they go. Together they are 100. */
  readonly targets: { [locality: string]: number };
}

/** Where requests go when the pods of a region fail. */
export interface FlaggerLocalityFailover {
  /** The region. */
  readonly source: string;

  /** The region that takes its place. */
  readonly target: string;
}
