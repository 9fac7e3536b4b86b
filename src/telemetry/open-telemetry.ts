import { podDialect } from './pod-dialect';
import type { PodInstrumentation } from './pod-dialect';
import type { TelemetryDialect } from '../intent/telemetry';

/** SDKs push that often by themselves. https://prometheus.io/docs/guides/opentelemetry/ */
export const pushSeconds = 60;

/** Resource attributes as Prometheus calls them once they are promoted, which the same guide recommends. */
export const promoted = { pod: 'k8s_pod_name', namespace: 'k8s_namespace_name' };

/*
 * The stable conventions for HTTP: https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration, named
 * for Prometheus by https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/. One histogram counts and times.
 * Its status is absent where nothing was answered, which is then told by error_type.
 */
export function openTelemetryDialect(options: Pick<PodInstrumentation, 'pod' | 'namespace' | 'scrapeSeconds'>): TelemetryDialect {
  return podDialect({
    ...options,
    name: 'openTelemetry',
    blindToGrpc: true,
    requests: 'http_server_request_duration_seconds_count',
    errors: ['http_response_status_code=~"5.."', 'http_response_status_code="",error_type!=""'],
    duration: 'http_server_request_duration_seconds',
    durationUnitMillis: 1000,
  });
}
