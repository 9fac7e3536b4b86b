import { podMatchers, selector } from './selector';
import { query } from '../intent/query';
import type { QueryText } from '../intent/query';
import type { Enquiry } from '../intent/telemetry';
import { formatGoDuration } from '../manifests/durations';
import { mapLeaf } from '../manifests/leaf';

// Both series come from kube-state-metrics, which labels them itself. Where it is not scraped they are empty, and a guard
// over them stays silent. https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/pod-metrics.md
const labels = { pod: 'pod', namespace: 'namespace' };

export function restarts(enquiry: Enquiry): QueryText {
  return query`sum(increase(${restartCounter(enquiry)}[${mapLeaf(enquiry.windowSeconds, formatGoDuration)}]))`;
}

export function outOfMemory(enquiry: Enquiry): QueryText {
  const reason = selector('kube_pod_container_status_last_terminated_reason', podMatchers(enquiry.scope, labels), 'reason="OOMKilled"');
  return query`sum(${reason})`;
}

/** The counter begins with the pod, so that it is the answer itself: whole numbers, and no restart that a window missed. */
export function restartsInAll(enquiry: Enquiry): QueryText {
  return query`sum(${restartCounter(enquiry)})`;
}

/** A container that never ended has no reason for it; the counter tells that from a pod of which nothing is known. */
export function outOfMemoryInAll(enquiry: Enquiry): QueryText {
  return query`${outOfMemory(enquiry)}\n  or 0 * ${restartsInAll(enquiry)}`;
}

function restartCounter({ scope }: Enquiry): QueryText {
  return selector('kube_pod_container_status_restarts_total', podMatchers(scope, labels));
}
