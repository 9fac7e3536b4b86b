import { podQueries } from './pod-queries';
import { errorRate, latency, requestRate, successRate } from './requests';
import type { RequestMetrics } from './requests';
import type { TelemetryDialect } from '../intent/telemetry';

/** Who counts requests, and how. */
export interface RequestInstrumentation extends Pick<TelemetryDialect, 'name' | 'scrapeSeconds' | 'onlyBehind' | 'byService' | 'blindToGrpc' | 'flaggerBuiltin'> {
  readonly metrics: RequestMetrics;
  /** Absent: whatever is counted is timed as well. */
  readonly timed?: RequestMetrics;
}

/** A dialect for whoever counts requests. */
export function requestDialect({ metrics, timed = metrics, ...facts }: RequestInstrumentation): TelemetryDialect {
  return {
    ...facts,
    language: 'PromQL',
    successRate: enquiry => successRate(metrics, enquiry),
    errorRate: enquiry => errorRate(metrics, enquiry),
    requestRate: enquiry => requestRate(metrics, enquiry),
    latency: (enquiry, percentile) => latency(timed, enquiry, percentile),
    pods: podQueries,
  };
}
