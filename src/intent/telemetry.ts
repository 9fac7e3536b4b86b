import type { QueryText } from './query';
import type { SaturationIntent } from './saturation';
import type { FlaggerProvider } from '../manifests/flagger-providers';
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
  /** The only routers behind which it can tell the canary from the stable version; absent: it needs none. */
  readonly onlyBehind?: readonly string[];
  /** It tells them apart by the names of their Services; absent: by those of their pods. */
  readonly byService?: boolean;
  /** Errors are HTTP statuses, and a call of gRPC that fails has a good one; absent: it sees both. */
  readonly blindToGrpc?: boolean;
  /** The provider of Flagger whose builtin questions ask the same of the same metrics; absent: none does. */
  readonly flaggerBuiltin?: { readonly provider: FlaggerProvider; readonly latency: boolean };
  /** What Kubernetes says of the pods, which is the same whoever counts the requests. */
  readonly pods: PodQueries;
  /** Percentage of good requests. */
  successRate(enquiry: Enquiry): QueryText;
  /** Percentage of bad requests. */
  errorRate(enquiry: Enquiry): QueryText;
  /** Requests a second. */
  requestRate(enquiry: Enquiry): QueryText;
  /** A percentile of the time that requests take, in milliseconds. */
  latency(enquiry: Enquiry, percentile: Leaf<number>): QueryText;
}

/** Queries about pods and their containers. */
export interface PodQueries {
  /** How often containers were restarted within the window. */
  restarts(enquiry: Enquiry): QueryText;
  /** Above 0 when a container was last ended for using too much memory, and no answer otherwise. */
  outOfMemory(enquiry: Enquiry): QueryText;
  /** How often containers of the pods there are were restarted since those pods began. */
  restartsInAll(enquiry: Enquiry): QueryText;
  /** How many containers of the pods there are were last ended for using too much memory. */
  outOfMemoryInAll(enquiry: Enquiry): QueryText;
  /** How full the fullest container is, as a percentage. */
  saturation(enquiry: Enquiry, of: SaturationIntent): QueryText;
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
