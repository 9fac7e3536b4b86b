import { BUILTIN_METRICS } from '../../graph/canary';
import type { CanaryMetricUse } from '../../graph/canary';
import type { MetricTemplateNode } from '../../graph/metric-template';
import { parseGoDuration } from '../../manifests/durations';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Providers that read the interval themselves. */
const READS_INTERVAL = ['datadog', 'cloudwatch', 'newrelic', 'dynatrace', 'splunk'];

export const canaryMetricInterval: Rule = {
  id: 'canary-metric-interval',
  class: 'broken',
  summary: 'a metric that asks for an interval has one, and one that can be read',
  why: 'only metrics of Flagger\'s own and queries in the Canary have an interval of 1m by themselves; a MetricTemplate gets an empty text, its query cannot be read, '
    + 'and every check fails',
  covers: ['FM-01'],
  check: (graph) => forEachCanary(graph, function* ({ metricsAsked }): Iterable<Remark> {
    for (const use of metricsAsked) {
      yield* judge(use);
    }
  }),
};

function* judge({ field, name = '', template }: CanaryMetricUse): Iterable<Remark> {
  const interval = field.at('interval');
  const reference = field.at('templateRef');
  if (interval.isUnknown) {
    return;
  }
  const asks = template && asksForInterval(template);
  if (reference.exists && (interval.text ?? '') === '') {
    const called = `MetricTemplate ${reference.textAt('name') ?? ''}`;
    if (asks !== false) {
      yield remark(
        interval, asks === true ? `must be there, since ${called} asks for it, got none` : `must be there where ${called} asks for it, got none`,
        write(interval, '1m'), asks === true ? {} : { class: 'risky' },
      );
    }
  } else if (interval.text !== undefined && parseGoDuration(interval.text) === undefined && (asks === true || BUILTIN_METRICS.includes(name))) {
    const [meant] = /^\d+[ms]/.exec(interval.text) ?? ['1m'];
    yield remark(interval, `must be a duration such as 90s, got ${interval.text}: no query with it can be read`, write(interval, meant));
  }
}

/** Undefined where it is not known. */
function asksForInterval({ providerType, query }: MetricTemplateNode): boolean | undefined {
  return READS_INTERVAL.includes(providerType ?? '') || (query.isUnknown ? undefined : /\{\{-?\s*interval\b/.test(query.text ?? ''));
}
