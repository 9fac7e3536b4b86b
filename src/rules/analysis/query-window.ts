import type { AnalysisTemplateNode } from '../../graph/analysis-template';
import type { MetricInUse } from '../../graph/metric-in-use';
import { ResourceNode } from '../../graph/resource-node';
import { formatGoDuration, parseGoDuration } from '../../manifests/durations';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const ANNOTATION = 'rolloutkit.dev/scrape-interval';
/** Seconds; what kube-prometheus ships with. */
const USUAL_SCRAPE = 30;
/** Of the Prometheus Operator, which say how often pods are asked. */
const MONITORS = ['ServiceMonitor.monitoring.coreos.com', 'PodMonitor.monitoring.coreos.com'];

export const queryWindow: Rule = {
  id: 'query-window',
  class: 'risky',
  summary: 'the window of a query holds at least two scrapes',
  why: 'a rate needs two samples: over a window of one scrape it is empty most of the time, and irate judges by the last two whatever the window',
  covers: ['GATE-28'],
  check: function* (graph): Iterable<Remark> {
    const monitors = MONITORS.flatMap((kind) => graph.index.ofKind(kind)).filter((node) => node instanceof ResourceNode);
    for (const item of graph.metricsInUse) {
      yield* judge(item, monitors);
    }
  },
};

function* judge(item: MetricInUse, monitors: readonly ResourceNode[]): Iterable<Remark> {
  const query = item.query;
  if (query === undefined || query.errors.length > 0) {
    return;
  }
  const scrape = scrapeOf(item.template, monitors);
  const shortest = query.selectors.reduce((least, { range = Infinity }) => Math.min(least, range), Infinity);
  if (shortest < 2 * scrape) {
    yield remark(
      item.metric.query, `must look back over two scrapes, ${formatGoDuration(2 * scrape)} at one every ${formatGoDuration(scrape)}, got a window of ${formatGoDuration(shortest)}`,
      `write [${formatGoDuration(4 * scrape)}] in the query, or annotate ${item.template.resource} with ${ANNOTATION} if it is scraped more often`,
    );
  }
  if (query.functions.includes('irate')) {
    yield remark(item.metric.query, 'judges by the last two samples only, because irate ignores the rest of its window', 'write rate(...) in the place of irate(...)');
  }
}

function scrapeOf(template: AnalysisTemplateNode, monitors: readonly ResourceNode[]): number {
  const seconds = parseGoDuration(template.annotation(ANNOTATION) ?? '');
  if (seconds !== undefined && seconds > 0) {
    return seconds;
  }
  // which of them is behind the query nobody knows, so it is the slowest
  const said = monitors.filter(({ namespace = template.namespace }) => template.namespace === undefined || namespace === template.namespace)
    .flatMap(intervalsOf);
  return said.length === 0 ? USUAL_SCRAPE : Math.max(...said);
}

function intervalsOf({ spec }: ResourceNode): readonly number[] {
  return ['endpoints', 'podMetricsEndpoints'].flatMap((key) => spec.at(key).items())
    .map((endpoint) => parseGoDuration(endpoint.textAt('interval') ?? '') ?? USUAL_SCRAPE);
}
