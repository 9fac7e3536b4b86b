import { podMatchers, selector } from './selector';
import { query } from '../intent/query';
import type { QueryText } from '../intent/query';
import type { SaturationIntent } from '../intent/saturation';
import type { Enquiry } from '../intent/telemetry';
import { formatGoDuration } from '../manifests/durations';
import { mapLeaf } from '../manifests/leaf';

/*
 * What containers use comes from the kubelets, whose cAdvisor labels it with namespace, pod and container:
 * https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md
 * What they request and are limited to comes from kube-state-metrics, which writes the same three labels and no series for what is not set:
 * https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/pod-metrics.md
 * Both are brought to the labels pod and container before they meet, since all others differ.
 */
const labels = { pod: 'pod', namespace: 'namespace' };
const byContainer = 'by (pod, container)';

/** A container fills its caches when it begins; that is no leak. */
const warmUpSeconds = 300;

export function saturation(enquiry: Enquiry, of: SaturationIntent): QueryText {
  switch (of.filled) {
    case 'cpu-of-requests': return share(cpu(enquiry, of), bound(enquiry, of, 'requests', 'cpu'));
    case 'cpu-of-limits': return share(cpu(enquiry, of), bound(enquiry, of, 'limits', 'cpu'));
    case 'memory-of-requests': return share(memory(enquiry, of), bound(enquiry, of, 'requests', 'memory'));
    case 'memory-of-limits': return share(memory(enquiry, of), bound(enquiry, of, 'limits', 'memory'));
    case 'throttled-cpu': return throttled(enquiry, of);
    case 'memory-growth': return growth(enquiry, of);
  }
}

/** The fullest container decides: memory ends one container, not the average of them. */
function share(used: QueryText, whole: QueryText): QueryText {
  return query`100 * max(\n  ${used}\n  / ${whole}\n)`;
}

function cpu(enquiry: Enquiry, of: SaturationIntent): QueryText {
  return query`sum ${byContainer} (rate(${series('container_cpu_usage_seconds_total', enquiry, of)}[${spanOf(enquiry)}]))`;
}

/** A container that was restarted has two series for a while. */
function memory(enquiry: Enquiry, of: SaturationIntent): QueryText {
  return query`max ${byContainer} (${series('container_memory_working_set_bytes', enquiry, of)})`;
}

/** Several kube-state-metrics side by side would count a bound several times. */
function bound(enquiry: Enquiry, of: SaturationIntent, which: 'requests' | 'limits', resource: 'cpu' | 'memory'): QueryText {
  return query`max ${byContainer} (${series(`kube_pod_container_resource_${which}`, enquiry, of, `resource="${resource}"`)})`;
}

/** No period passes in a container that does nothing, and it had to wait in none. Without a limit there are no series. */
function throttled(enquiry: Enquiry, of: SaturationIntent): QueryText {
  const periods = (metric: string) => query`sum ${byContainer} (increase(${series(metric, enquiry, of)}[${spanOf(enquiry)}]))`;
  const all = periods('container_cpu_cfs_periods_total');
  return query`100 * max(\n  ${periods('container_cpu_cfs_throttled_periods_total')}\n  / (${all} > 0)\n)\nor 0 * max(${all})`;
}

/**
 * The slope of a line through the memory of the window. Every pod of a version leaks as the others do, so their average is asked, which is
 * steadier. Pods that join at a stage do not count before they are warm and were there for all of the window; a container that was restarted
 * is a new series, and begins anew.
 */
function growth(enquiry: Enquiry, of: SaturationIntent): QueryText {
  const used = series('container_memory_working_set_bytes', enquiry, of);
  const age = mapLeaf(enquiry.windowSeconds, seconds => formatGoDuration(seconds + warmUpSeconds));
  const slope = query`max ${byContainer} (deriv(${used}[${spanOf(enquiry)}]) and ${used} offset ${age})`;
  return query`100 * 3600 * max(avg by (container) (\n  ${slope}\n  / ${bound(enquiry, of, 'limits', 'memory')}\n))`;
}

/** The sandbox of a pod and the pod as a whole have series of their own, under no name or POD. */
function series(metric: string, { scope }: Enquiry, { containerName }: SaturationIntent, ...more: string[]): QueryText {
  const which = containerName === undefined ? 'container!="",container!="POD"' : `container="${containerName}"`;
  return selector(metric, podMatchers(scope, labels), which, ...more);
}

function spanOf({ windowSeconds }: Enquiry) {
  return mapLeaf(windowSeconds, formatGoDuration);
}
