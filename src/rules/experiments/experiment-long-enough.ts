import type { AnalysisUse } from '../../graph/analysis-use';
import type { WrittenExperiment } from '../../graph/experiment';
import type { Metric } from '../../graph/metric';
import { formatGoDuration, parseGoDuration } from '../../manifests/durations';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const experimentLongEnough: Rule = {
  id: 'experiment-long-enough',
  class: 'broken',
  summary: 'an experiment lasts as long as its analyses need',
  why: 'its pods are gone when the duration is over: an analysis that it waits for measures nothing from then on, and any other is cut short and counts as a success',
  covers: ['GAP-41'],
  check: function* (graph): Iterable<Remark> {
    for (const experiment of graph.writtenExperiments) {
      yield* judge(experiment);
    }
  },
};

function* judge(experiment: WrittenExperiment): Iterable<Remark> {
  const duration = experiment.field.at('duration');
  const seconds = parseGoDuration(duration.text ?? '');
  for (const use of seconds === undefined ? [] : experiment.analyses) {
    const isRequired = use.field.valueAt('requiredForCompletion') === true;
    for (const metric of use.templates.flatMap((template) => template.metrics)) {
      const needed = isRequired ? toSuccess(metric, use) : secondsAt(metric, 'initialDelay', use);
      if (needed !== undefined && seconds !== undefined && needed > 0 && needed >= seconds) {
        const what = `${metric.name ?? 'a metric'} of ${use.field.textAt('name') ?? 'an analysis'}`;
        yield remark(
          duration, isRequired
            ? `must be longer than ${formatGoDuration(needed)}, which ${what} needs at least, got ${duration.text}`
            : `must be longer than ${formatGoDuration(needed)}, after which ${what} is asked for the first time, got ${duration.text}: nothing would be measured, and the analysis be a success`,
          `${write(duration, formatGoDuration(2 * needed))}, or shorten the metric`, { about: metric.field.node },
        );
      }
    }
  }
}

/** Seconds until a metric can be a success. Undefined when that is not known, or another rule speaks of it. */
function toSuccess(metric: Metric, use: AnalysisUse): number | undefined {
  const count = metric.count(use.arguments);
  const wanted = metric.limit('consecutiveSuccessLimit', 0, use.arguments);
  const [delay, interval] = [secondsAt(metric, 'initialDelay', use), secondsAt(metric, 'interval', use)];
  if (count === undefined || wanted === undefined || delay === undefined || interval === undefined) {
    return undefined;
  }
  const times = wanted > 0 ? Math.min(wanted, count) : count;
  return Number.isFinite(times) ? delay + (times - 1) * interval : undefined;
}

function secondsAt(metric: Metric, key: string, use: AnalysisUse): number | undefined {
  if (!metric.field.has(key)) {
    return 0;
  }
  const text = metric.field.textAt(key);
  return text === undefined ? undefined : parseGoDuration(use.arguments.fill(text));
}
