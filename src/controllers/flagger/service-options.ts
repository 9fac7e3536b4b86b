import type { Duration } from 'cdk8s';
import type {
  FlaggerCorsPolicy, FlaggerGatewayReference, FlaggerHeaderOperations, FlaggerHttpMatch, FlaggerMirror, FlaggerRetries, FlaggerRewrite,
} from './route-options';
import type { FlaggerTrafficPolicy } from './traffic-policy-options';

/** Which pods behind a Service are preferred. */
export enum FlaggerTrafficDistribution {
  /** Those that are near, whatever the cluster takes for it. */
  PREFER_CLOSE = 'PreferClose',
  /** Those of the same zone. */
  PREFER_SAME_ZONE = 'PreferSameZone',
  /** Those on the same node. */
  PREFER_SAME_NODE = 'PreferSameNode',
}

/** Labels and annotations of a Service that Flagger writes. */
export interface FlaggerServiceMetadata {
  /**
   * Its labels.
   * @default - the one by which Flagger knows it
   */
  readonly labels?: { [key: string]: string };

  /**
   * Its annotations.
   * @default - those that Flagger writes by itself
   */
  readonly annotations?: { [key: string]: string };
}

/** Keys of labels and annotations of the Services that Flagger leaves as others have written them. */
export interface FlaggerUnmanagedMetadata {
  /**
   * Keys of labels.
   * @default - none
   */
  readonly labels?: string[];

  /**
   * Keys of annotations.
   * @default - none
   */
  readonly annotations?: string[];
}

/** What the Services and the route are told that Flagger writes. What is said here counts before what the router says. */
export interface FlaggerServiceOptions {
  /**
   * Whether the Services have no address of their own. Counts when they are made, and not later.
   * @default false
   */
  readonly headless?: boolean;

  /**
   * Which pods behind the Services are preferred. Counts when they are made, and not later.
   * @default - none of them
   */
  readonly trafficDistribution?: FlaggerTrafficDistribution;

  /**
   * What the Service that everybody calls carries, and the route of the same name.
   * @default - nothing
   */
  readonly apex?: FlaggerServiceMetadata;

  /**
   * What the Service of the old version carries.
   * @default - what the scrape of the rollout asks for
   */
  readonly primary?: FlaggerServiceMetadata;

  /**
   * What the Service of the new version carries.
   * @default - what the scrape of the rollout asks for
   */
  readonly canary?: FlaggerServiceMetadata;

  /**
   * Labels and annotations of the Services that somebody else writes, and that stay.
   * @default - Flagger takes away what it does not know
   */
  readonly unmanaged?: FlaggerUnmanagedMetadata;

  /**
   * The hosts that the route is for. Flagger adds the Service for Istio by itself.
   * @default - those of the router
   */
  readonly hosts?: string[];

  /**
   * Gateways of Istio, `public` or `istio-system/public`; `mesh` stands for requests inside of the mesh.
   * @default - those of the router, and without any those requests alone
   */
  readonly gateways?: string[];

  /**
   * What the HTTPRoute is attached to.
   * @default - what the router says
   */
  readonly gatewayRefs?: FlaggerGatewayReference[];

  /**
   * Which requests the route is for: those that one of these is true of.
   * @default - those of the router
   */
  readonly match?: FlaggerHttpMatch[];

  /**
   * What requests are made to before they are passed on.
   * @default - they stay as they are
   */
  readonly rewrite?: FlaggerRewrite;

  /**
   * How long an answer may take, with everything that is tried again.
   * @default - as long as the router waits by itself
   */
  readonly timeout?: Duration;

  /**
   * How long a single answer of a pod may take. Only the Gateway API knows it.
   * @default - as long as the router waits by itself
   */
  readonly backendTimeout?: Duration;

  /**
   * How often a request is tried again.
   * @default - as often as the router does by itself
   */
  readonly retries?: FlaggerRetries;

  /**
   * What happens to the headers of requests.
   * @default - they stay as they are
   */
  readonly requestHeaders?: FlaggerHeaderOperations;

  /**
   * What happens to the headers of answers.
   * @default - they stay as they are
   */
  readonly responseHeaders?: FlaggerHeaderOperations;

  /**
   * Which pages of other hosts may ask.
   * @default - what the pods say themselves
   */
  readonly corsPolicy?: FlaggerCorsPolicy;

  /**
   * Who gets a copy of all requests. Only the Gateway API knows it; `mirrorPercent` is what tries the new version.
   * @default - nobody
   */
  readonly mirror?: FlaggerMirror[];

  /**
   * How Istio deals with the pods of both versions.
   * @default - as the mesh does by itself
   */
  readonly trafficPolicy?: FlaggerTrafficPolicy;
}
