import type { MetricInUse } from '../../graph/metric-in-use';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** The least that each limit may be. */
const LEAST = [['consecutiveSuccessLimit', 0], ['failureLimit', -1], ['inconclusiveLimit', 0], ['consecutiveErrorLimit', 0]] as const;
const KEYS = ['count', ...LEAST.map(([key]) => key)];

export const metricLimits: Rule = {
  id: 'metric-limits',
  class: 'broken',
  summary: 'count, interval and the limits of a metric add up',
  why: 'the controller looks at them when the analysis starts, in the middle of a rollout: the run errors and the rollout is aborted',
  covers: ['ME-03', 'ME-04', 'ME-05', 'ME-06', 'ME-07', 'ME-08', 'ME-09', 'ME-10', 'ME-11'],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (KEYS.some((key) => item.metric.field.has(key))) {
        yield* judgeRanges(item);
        yield* judgeSums(item);
      }
    }
  },
};

function* judgeRanges({ metric, given }: MetricInUse): Iterable<Remark> {
  for (const [key, least] of LEAST) {
    const limit = metric.limit(key, 0, given);
    if (limit !== undefined && limit < least) {
      const allowed = least === 0 ? 'must be 0 or more' : 'must be 0 or more, or -1 for no limit';
      yield remark(metric.field.at(key), `${allowed}, got ${limit}`, `write ${key}: ${least}`);
    }
  }
}

function* judgeSums({ metric, given }: MetricInUse): Iterable<Remark> {
  const count = metric.limit('count', 0, given);
  const failures = metric.limit('failureLimit', 0, given);
  const successes = metric.limit('consecutiveSuccessLimit', 0, given);
  const inconclusive = metric.limit('inconclusiveLimit', 0, given);
  if (failures === -1 && successes === 0) {
    yield remark(metric.field.at('failureLimit'), 'must not be -1 without a consecutiveSuccessLimit, because nothing could end the metric then', 'write failureLimit: 0, or consecutiveSuccessLimit: 2');
  }
  if (count === undefined || count <= 0) {
    return;
  }
  const needed = failures === undefined || successes === undefined ? 0 : Math.max(failures, 0) + successes;
  if (count < needed) {
    const sum = failures === -1 ? `consecutiveSuccessLimit ${successes}` : `failureLimit ${failures} and consecutiveSuccessLimit ${successes} together`;
    yield remark(metric.field.at('count'), `must be at least ${needed}, ${sum}, got ${count}`, `write count: ${needed + (successes === 0 ? 1 : 0)}`);
  }
  if (inconclusive !== undefined && count < inconclusive) {
    yield remark(metric.field.at('count'), `must be at least ${inconclusive}, the inconclusiveLimit, got ${count}`, `write inconclusiveLimit: ${count - 1}`);
  }
  if (count > 1 && !metric.isRepeated) {
    yield remark(metric.field.at('interval'), `must be set to measure ${count} times, got none`, 'write interval: 1m, or count: 1');
  }
}
