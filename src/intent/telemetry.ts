import type { QueryText } from './query';
import type { Leaf } from '../manifests/leaf';

/** Whose requests a question is about. */
export type Scope = 'canary' | 'stable' | 'service' | 'everything';

/** What is asked of a dialect, with all that it needs to write the query. */
export interface Enquiry {
  readonly scope: Scope;
  readonly windowSeconds: Leaf<number>;
  /** Fewer requests in the window give no answer. */
  readonly minimumRequests: Leaf<number>;
}

/** Turns a question into a query over the metrics of one kind of instrumentation. */
export interface TelemetryDialect {
  readonly name: string;
  /** What it writes; a metric store of another language cannot answer it. */
  readonly language: string;
  readonly scrapeSeconds: number;
  /** The only router behind which it can tell the canary from the stable version; absent: it needs none. */
  readonly onlyBehind?: string;
  /** Errors are HTTP statuses, and a call of gRPC that fails has a good one; absent: it sees both. */
  readonly blindToGrpc?: boolean;
  /** Percentage of good requests. */
  successRate(enquiry: Enquiry): QueryText;
  /** Percentage of bad requests. */
  errorRate(enquiry: Enquiry): QueryText;
  /** Requests a second. */
  requestRate(enquiry: Enquiry): QueryText;
  /** A percentile of the time that requests take, in milliseconds. */
  latency(enquiry: Enquiry, percentile: Leaf<number>): QueryText;
  /** How often containers of the canary were restarted within the window. */
  restarts(enquiry: Enquiry): QueryText;
  /** Above 0 when a container of the canary was last ended for using too much memory. */
  outOfMemory(enquiry: Enquiry): QueryText;
}

/** What the queries are written against. */
export interface ITelemetry {
  /** The name of the instrumentation, such as `httpRequests`. */
  readonly telemetryName: string;
  /**
   * The dialect that writes the queries.
   * @internal
   */
  readonly _dialect: TelemetryDialect;
}
