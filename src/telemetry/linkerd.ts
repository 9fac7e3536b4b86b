import { podDialect } from './pod-dialect';
import type { PodInstrumentation } from './pod-dialect';
import type { TelemetryDialect } from '../intent/telemetry';

/*
 * https://linkerd.io/2/reference/proxy-metrics/: what the proxy of the callee counts. It calls a response a failure by the code of
 * gRPC where there is one and by the HTTP status otherwise, and times the way to the first byte.
 *
 * The labels `pod` and `namespace` come from the scrape that linkerd-viz brings along, and that is documented for a Prometheus of one's
 * own: https://linkerd.io/2/tasks/external-prometheus/
 *
 * Requests to the proxy itself, on its port for metrics and probes, and the probes of kubelets are counted as inbound, too, and are no
 * requests to the application: https://linkerd.io/2/features/server-policy/
 * Flagger's builtin question counts those as well, so that it is another.
 */
const requestsOfOthers = 'direction="inbound",target_port!="4191",route_name!="probe"';

export function linkerdDialect(options: Pick<PodInstrumentation, 'pod' | 'namespace' | 'scrapeSeconds'>): TelemetryDialect {
  return podDialect({
    ...options,
    name: 'linkerd',
    only: requestsOfOthers,
    requests: 'response_total',
    errors: ['classification="failure"'],
    duration: 'response_latency_ms',
    durationUnitMillis: 1,
  });
}
