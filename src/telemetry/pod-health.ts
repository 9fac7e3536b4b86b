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
  const counter = selector('kube_pod_container_status_restarts_total', podMatchers(enquiry.scope, labels));
  return query`sum(increase(${counter}[${mapLeaf(enquiry.windowSeconds, formatGoDuration)}]))`;
}

export function outOfMemory(enquiry: Enquiry): QueryText {
  const reason = selector('kube_pod_container_status_last_terminated_reason', podMatchers(enquiry.scope, labels), 'reason="OOMKilled"');
  return query`sum(${reason})`;
}
