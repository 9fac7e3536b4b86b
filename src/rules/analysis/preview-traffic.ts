import type { AnalysisUse } from '../../graph/analysis-use';
import type { MetricInUse } from '../../graph/metric-in-use';
import { RolloutNode } from '../../graph/rollout';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { asksForNewVersion, looksBeyond, tellsVersions } from '../versions';

/** What is counted only when requests come. A prober sends its own. */
const REQUESTS = /^(?!probe_).*(http|grpc|request|response|latency)|^(istio|envoy|nginx|traefik)_/;

export const previewTraffic: Rule = {
  id: 'preview-traffic',
  class: 'risky',
  summary: 'before the switch of a blue-green nothing is asked that only requests can answer',
  why: 'everybody still calls the old version: a query about the new one has no answer, and one about the Service praises the old one',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsAt('pre-promotion')) {
      if (item.use !== undefined && item.query !== undefined && !looksBeyond(item) && !sendsRequests(item.use)) {
        yield* judge(item);
      }
    }
  },
};

function* judge(item: MetricInUse): Iterable<Remark> {
  const { metric, use } = item;
  const preview = use?.rollout instanceof RolloutNode ? use.rollout.service('preview')?.name : undefined;
  const selectors = item.selectors.filter((selector) => REQUESTS.test(selector.metric ?? ''));
  if (selectors.length === 0) {
    return;
  }
  const isOfPreview = asksForNewVersion(item) || selectors.some((selector) => tellsVersions(selector, preview));
  yield remark(
    metric.query,
    isOfPreview
      ? `counts ${selectors[0].metric} of the preview, to which nobody sends requests before the switch`
      : `counts ${selectors[0].metric} of the old version, which has all of the requests before the switch`,
    'ask it after the switch, or run a job beside it that sends requests to the preview',
    { about: use?.rollout },
  );
}

/** A job may be what tests the preview, and makes the numbers that the rest of the run looks at. */
function sendsRequests(use: AnalysisUse): boolean {
  return !use.isComplete || use.templates.some((template) => template.metrics.some((metric) => metric.provider === 'job'));
}
