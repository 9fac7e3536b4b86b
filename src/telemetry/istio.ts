import { serverErrorNumbers } from './grpc-server';
import { podDialect } from './pod-dialect';
import type { PodInstrumentation } from './pod-dialect';
import type { TelemetryDialect } from '../intent/telemetry';

/*
 * https://istio.io/latest/docs/reference/config/metrics/: what the sidecar of the callee reports, scraped from its pod.
 *
 * The version is told by the pod that was scraped, which is so behind one Service for both versions as well. No label of Istio's own
 * can do that by itself: destination_workload is the Rollout for all of its pods, destination_version and
 * destination_canonical_revision repeat a label of the pod that a new image need not change, and destination_service_name is whatever
 * the caller asked for, the same for both where a VirtualService splits by subsets.
 *
 * In ambient mode there are no sidecars: ztunnel counts connections only, and a waypoint reports for others, from a pod of its own, as
 * reporter="waypoint".
 *
 * Flagger's builtin question is another: a failed call of gRPC is a good request to it.
 */
export function istioDialect(options: Pick<PodInstrumentation, 'pod' | 'namespace' | 'scrapeSeconds'>): TelemetryDialect {
  return podDialect({
    ...options,
    name: 'istio',
    only: 'reporter="destination"',
    requests: 'istio_requests_total',
    // a call of gRPC that fails has the status 200; for all else the label is empty
    errors: ['response_code=~"5.."', `grpc_response_status=~"${serverErrorNumbers}"`],
    duration: 'istio_request_duration_milliseconds',
    durationUnitMillis: 1,
  });
}
