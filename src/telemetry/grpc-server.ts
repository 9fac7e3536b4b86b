import { outOfMemory, restarts } from './pod-health';
import { errorRate, latency, requestRate, successRate } from './requests';
import type { RequestMetrics } from './requests';
import { podMatchers } from './selector';
import type { PodLabels } from './selector';
import { query } from '../intent/query';
import type { QueryText } from '../intent/query';
import type { TelemetryDialect } from '../intent/telemetry';

/*
 * What the interceptors of go-grpc-middleware, java-grpc-prometheus and their likes count: calls that ended, by the code they ended
 * with. https://github.com/grpc-ecosystem/go-grpc-middleware/tree/main/providers/prometheus
 */
export interface GrpcServerInstrumentation extends PodLabels {
  /** The label that holds the code. */
  readonly code: string;
  readonly scrapeSeconds: number;
}

/**
 * The server's own failures. All other codes answer a caller who asked for too much, for nothing that is there or without permission,
 * or who gave up. Some libraries spell a code `DeadlineExceeded`, some `DEADLINE_EXCEEDED`.
 */
const serverErrors = '(?i)unknown|deadline_?exceeded|unimplemented|internal|unavailable|data_?loss';

export function grpcServerDialect(options: GrpcServerInstrumentation): TelemetryDialect {
  const calls: RequestMetrics = {
    requests: 'grpc_server_handled_total',
    errors: `${options.code}=~"${serverErrors}"`,
    duration: 'grpc_server_handling_seconds',
    durationUnitMillis: 1000,
    matchers: scope => podMatchers(scope, options),
  };
  // a stream lasts as long as somebody listens
  const unary: RequestMetrics = { ...calls, matchers: scope => onlyUnary(calls.matchers(scope)) };
  return {
    name: 'grpcServer',
    language: 'PromQL',
    scrapeSeconds: options.scrapeSeconds,
    successRate: enquiry => successRate(calls, enquiry),
    errorRate: enquiry => errorRate(calls, enquiry),
    requestRate: enquiry => requestRate(calls, enquiry),
    latency: (enquiry, percentile) => latency(unary, enquiry, percentile),
    restarts,
    outOfMemory,
  };
}

function onlyUnary(matchers: QueryText | undefined): QueryText {
  return matchers === undefined ? ['grpc_type="unary"'] : query`${matchers},grpc_type="unary"`;
}
