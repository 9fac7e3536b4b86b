import { ResourceNode } from '../../graph/resource-node';
import { formatGoDuration, parseGoDuration } from '../../manifests/durations';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Of the Prometheus Operator, which say how often pods are asked. */
const MONITORS = ['ServiceMonitor.monitoring.coreos.com', 'PodMonitor.monitoring.coreos.com'];

export const canaryMetricWindow: Rule = {
  id: 'canary-metric-window',
  class: 'risky',
  summary: 'the interval of a metric holds at least two scrapes',
  why: 'a rate needs two samples: over one scrape there is none most of the time, and Flagger takes no answer for a failed check',
  covers: ['FM-16'],
  check: function* (graph): Iterable<Remark> {
    if (graph.canaries.length === 0) {
      return;
    }
    const monitors = MONITORS.flatMap((kind) => graph.index.ofKind(kind)).filter((node) => node instanceof ResourceNode);
    for (const canary of graph.canaries) {
      const near = monitors.filter(({ namespace }) => namespace === canary.namespace);
      const scrapes = near.flatMap(({ spec }) => ['endpoints', 'podMetricsEndpoints'].flatMap((key) => spec.at(key).items()))
        .flatMap((endpoint) => parseGoDuration(endpoint.textAt('interval') ?? '') ?? []);
      // which of them is behind the metric nobody knows, so it is the fastest
      const scrape = scrapes.length === 0 ? undefined : Math.min(...scrapes);
      for (const { field, template } of scrape === undefined ? [] : canary.metricsAsked) {
        const interval = field.at('interval');
        const seconds = parseGoDuration(interval.text ?? '');
        const isPrometheus = !field.has('templateRef') || template?.providerType === 'prometheus';
        if (seconds !== undefined && scrape !== undefined && isPrometheus && seconds < 2 * scrape) {
          yield remark(
            interval, `must be at least two scrapes, ${formatGoDuration(2 * scrape)} at one every ${formatGoDuration(scrape)}, got ${interval.text}`,
            write(interval, formatGoDuration(4 * scrape)), { about: near[0] },
          );
        }
      }
    }
  },
};
