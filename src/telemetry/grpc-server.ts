import { podDialect } from './pod-dialect';
import type { PodInstrumentation } from './pod-dialect';
import type { TelemetryDialect } from '../intent/telemetry';

/*
 * What the interceptors of go-grpc-middleware, java-grpc-prometheus and their likes count: calls that ended, by the code they ended
 * with. https://github.com/grpc-ecosystem/go-grpc-middleware/tree/main/providers/prometheus
 */
export interface GrpcServerInstrumentation extends Pick<PodInstrumentation, 'pod' | 'namespace' | 'scrapeSeconds'> {
  /** The label that holds the code. */
  readonly code: string;
}

/**
 * The server's own failures. All other codes answer a caller who asked for too much, for nothing that is there or without permission,
 * or who gave up. Some libraries spell a code `DeadlineExceeded`, some `DEADLINE_EXCEEDED`.
 */
const serverErrors = '(?i)unknown|deadline_?exceeded|unimplemented|internal|unavailable|data_?loss';

/** The same as numbers. https://grpc.io/docs/guides/status-codes/ */
export const serverErrorNumbers = '2|4|12|13|14|15';

export function grpcServerDialect({ code, ...options }: GrpcServerInstrumentation): TelemetryDialect {
  return podDialect({
    ...options,
    name: 'grpcServer',
    requests: 'grpc_server_handled_total',
    errors: [`${code}=~"${serverErrors}"`],
    duration: 'grpc_server_handling_seconds',
    durationUnitMillis: 1000,
    // a stream lasts as long as somebody listens
    timedOnly: 'grpc_type="unary"',
  });
}
