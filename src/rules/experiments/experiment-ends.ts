import { ExperimentNode } from '../../graph/experiment';
import type { WrittenExperiment } from '../../graph/experiment';
import type { MetricInUse } from '../../graph/metric-in-use';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const experimentEnds: Rule = {
  id: 'experiment-ends',
  class: 'broken',
  summary: 'an experiment has a duration or an analysis that ends it, and what it waits for ends',
  why: 'it runs for ever: its pods stay, and a rollout that has it as a step never gets past it',
  covers: ['GAP-30'],
  check: function* (graph): Iterable<Remark> {
    for (const experiment of graph.writtenExperiments) {
      yield* judge(experiment);
    }
    for (const item of graph.metricsAt('experiment')) {
      yield* judgeMetric(item);
    }
  },
};

function* judge({ owner, field, analyses }: WrittenExperiment): Iterable<Remark> {
  const duration = field.at('duration');
  const isRequired = analyses.some((use) => use.field.at('requiredForCompletion').isUnknown || use.field.valueAt('requiredForCompletion') === true);
  const isUnknown = duration.isUnknown || field.at('analyses').isUnknown || field.valueAt('terminate') === true;
  // of one that cannot be read another rule speaks
  if (isUnknown || isRequired || (duration.text ?? '') !== '' || !field.isMap || field.has('duration') && duration.text === undefined) {
    return;
  }
  const isAlone = owner instanceof ExperimentNode;
  const what = isAlone ? 'the experiment goes on until somebody ends it' : 'this step never ends';
  const fix = analyses.length === 0 ? 'write duration: 30m' : 'write duration: 30m, or requiredForCompletion: true at an analysis';
  yield remark(duration, `must be given where no analysis is required, got none, so ${what}`, fix, isAlone ? { class: 'risky' } : {});
}

function* judgeMetric({ metric, given, use }: MetricInUse): Iterable<Remark> {
  if (use?.place !== 'experiment' || use.field.valueAt('requiredForCompletion') !== true || metric.count(given) !== Infinity) {
    return;
  }
  if (metric.limit('consecutiveSuccessLimit', 0, given) === 0) {
    yield remark(
      metric.field.at('count'), `is repeated without end in an analysis that ${use.rollout.resource} waits for`,
      'write count: 5, or drop requiredForCompletion there', { about: use.rollout },
    );
  }
}
