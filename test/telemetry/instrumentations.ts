import { Telemetry } from 'rolloutkit';
import { withPodNames } from '../../src/engines/argo/pod-names';
import { Hole } from '../../src/intent/query';
import type { QueryText } from '../../src/intent/query';
import type { Enquiry, Scope, TelemetryDialect } from '../../src/intent/telemetry';

/** A telemetry with a sample of what it is written against, and what that calls its metrics. */
export interface Instrumentation {
  readonly sample: string;
  readonly telemetry: Telemetry;
  readonly requests: string;
  readonly duration: string;
  /** How many milliseconds one unit of the durations is. */
  readonly millis: number;
}

/** At least one for each factory of `Telemetry`. */
export const instrumentations: readonly Instrumentation[] = [
  { sample: 'httpRequests', telemetry: Telemetry.httpRequests(), requests: 'http_requests_total', duration: 'http_request_duration_seconds', millis: 1000 },
  { sample: 'grpcServer', telemetry: Telemetry.grpcServer(), requests: 'grpc_server_handled_total', duration: 'grpc_server_handling_seconds', millis: 1000 },
  { sample: 'openTelemetry', telemetry: Telemetry.openTelemetry(), requests: 'http_server_request_duration_seconds_count', duration: 'http_server_request_duration_seconds', millis: 1000 },
  { sample: 'istio', telemetry: Telemetry.istio(), requests: 'istio_requests_total', duration: 'istio_request_duration_milliseconds', millis: 1 },
  { sample: 'linkerd', telemetry: Telemetry.linkerd(), requests: 'response_total', duration: 'response_latency_ms', millis: 1 },
  { sample: 'nginxIngress', telemetry: Telemetry.nginxIngress(), requests: 'nginx_ingress_controller_requests', duration: 'nginx_ingress_controller_request_duration_seconds', millis: 1000 },
  { sample: 'traefik', telemetry: Telemetry.traefik(), requests: 'traefik_service_requests_total', duration: 'traefik_service_request_duration_seconds', millis: 1000 },
  { sample: 'traefik-gateway', telemetry: Telemetry.traefik(), requests: 'traefik_service_requests_total', duration: 'traefik_service_request_duration_seconds', millis: 1000 },
  { sample: 'contour', telemetry: Telemetry.contour(), requests: 'envoy_cluster_upstream_rq_xx', duration: 'envoy_cluster_upstream_rq_time', millis: 1 },
  { sample: 'envoy', telemetry: Telemetry.envoy({ cluster: '{namespace}/{service}/[0-9]+' }), requests: 'envoy_cluster_upstream_rq_xx', duration: 'envoy_cluster_upstream_rq_time', millis: 1 },
  { sample: 'envoy-sidecar', telemetry: Telemetry.envoy({ cluster: 'local_app' }), requests: 'envoy_cluster_upstream_rq_xx', duration: 'envoy_cluster_upstream_rq_time', millis: 1 },
  {
    sample: 'custom',
    telemetry: Telemetry.custom({ requests: 'shop_requests_total', errors: 'outcome="failed"', duration: 'shop_request_milliseconds', durationInMillis: true }),
    requests: 'shop_requests_total',
    duration: 'shop_request_milliseconds',
    millis: 1,
  },
];

export const scopes: readonly Scope[] = ['canary', 'stable', 'service', 'everything'];

/** What can be asked of requests. */
export const asked = {
  successRate: (dialect: TelemetryDialect, enquiry: Enquiry) => dialect.successRate(enquiry),
  errorRate: (dialect: TelemetryDialect, enquiry: Enquiry) => dialect.errorRate(enquiry),
  requestRate: (dialect: TelemetryDialect, enquiry: Enquiry) => dialect.requestRate(enquiry),
  latency: (dialect: TelemetryDialect, enquiry: Enquiry) => dialect.latency(enquiry, 95),
} as const;

export type Asked = keyof typeof asked;

/** The rollout whose requests the samples hold. */
const release = {
  'canary-hash': '7c9d5b8f6c', 'stable-hash': '5f6d8c7b9d', 'namespace': 'shop', 'rollout': 'checkout', 'canary-service': 'checkout-canary', 'stable-service': 'checkout',
};

/** A query as Prometheus gets it for that rollout. */
export function queryFor({ telemetry }: Instrumentation, what: Asked, enquiry: Partial<Enquiry> & Pick<Enquiry, 'scope'>): string {
  return filled(asked[what](telemetry._dialect, { windowSeconds: 300, minimumRequests: 50, ...enquiry }));
}

/** The same of any text with holes. */
export function filled(text: QueryText): string {
  return withPodNames(text).map(part => part instanceof Hole ? release[part.name] : String(part)).join('');
}
