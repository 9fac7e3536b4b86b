import { outOfMemory, restarts } from './pod-health';
import { errorRate, latency, requestRate, successRate } from './requests';
import type { RequestMetrics } from './requests';
import { podMatchers } from './selector';
import type { PodLabels } from './selector';
import type { TelemetryDialect } from '../intent/telemetry';

/** What is counted by the application itself, with one series per pod. */
export interface PodInstrumentation extends PodLabels {
  readonly name: string;
  readonly scrapeSeconds: number;
  readonly requests: string;
  readonly errors: string;
  readonly duration: string;
  readonly durationUnitMillis: number;
  /** Whether its errors are HTTP statuses. */
  readonly blindToGrpc?: boolean;
}

/** A dialect for any application that counts its own requests. */
export function podDialect(options: PodInstrumentation): TelemetryDialect {
  const metrics: RequestMetrics = { ...options, matchers: scope => podMatchers(scope, options) };
  return {
    name: options.name,
    language: 'PromQL',
    scrapeSeconds: options.scrapeSeconds,
    ...(options.blindToGrpc === undefined ? {} : { blindToGrpc: options.blindToGrpc }),
    successRate: enquiry => successRate(metrics, enquiry),
    errorRate: enquiry => errorRate(metrics, enquiry),
    requestRate: enquiry => requestRate(metrics, enquiry),
    latency: (enquiry, percentile) => latency(metrics, enquiry, percentile),
    restarts,
    outOfMemory,
  };
}
