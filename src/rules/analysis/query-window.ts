import type { AnalysisTemplateNode } from '../../graph/analysis-template';
import type { MetricInUse } from '../../graph/metric-in-use';
import { formatGoDuration, parseGoDuration } from '../../manifests/durations';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const ANNOTATION = 'rolloutkit.dev/scrape-interval';
/** Seconds; what kube-prometheus ships with. */
const USUAL_SCRAPE = 30;

export const queryWindow: Rule = {
  id: 'query-window',
  class: 'risky',
  summary: 'the window of a query holds at least two scrapes',
  why: 'a rate needs two samples: over a window of one scrape it is empty most of the time, and irate judges by the last two whatever the window',
  covers: ['GATE-28'],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      yield* judge(item);
    }
  },
};

function* judge(item: MetricInUse): Iterable<Remark> {
  const query = item.query;
  if (query === undefined || query.errors.length > 0) {
    return;
  }
  const scrape = scrapeOf(item.template);
  const shortest = query.selectors.reduce((least, { range = Infinity }) => Math.min(least, range), Infinity);
  if (shortest < 2 * scrape) {
    yield remark(
      item.metric.query, `must look back over two scrapes, ${formatGoDuration(2 * scrape)} at one every ${formatGoDuration(scrape)}, got a window of ${formatGoDuration(shortest)}`,
      `write [${formatGoDuration(4 * scrape)}], or annotate ${item.template.resource} with ${ANNOTATION} if it is scraped more often`,
    );
  }
  if (query.functions.includes('irate')) {
    yield remark(item.metric.query, 'judges by the last two samples only, because irate ignores the rest of its window', 'write rate');
  }
}

function scrapeOf(template: AnalysisTemplateNode): number {
  const seconds = parseGoDuration(template.annotation(ANNOTATION) ?? '');
  return seconds !== undefined && seconds > 0 ? seconds : USUAL_SCRAPE;
}
