import type { ArgumentSet } from '../../graph/argument';
import type { Field } from '../../graph/field';
import { parseGoDuration, parsePauseDuration, suggestGoDuration } from '../../manifests/durations';
import type { FindingClass } from '../finding';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const EXAMPLES = 'must be a duration such as 30s, 5m or 1h30m';

export const durations: Rule = {
  id: 'durations',
  class: 'refused',
  summary: 'durations can be read by the controller, and pauses hold',
  why: 'the controller reads Go durations: it knows no days, and no interval without a unit; a pause of zero is over before anything was measured',
  covers: ['ST-04', 'ME-12', 'ME-13'],
  check: (graph) => [
    ...forEachRollout(graph, function* (rollout): Iterable<Remark> {
      for (const step of rollout.steps) {
        if (step.has('pause')) {
          yield* judgePause(step.at('pause', 'duration'));
        }
        if (step.has('experiment')) {
          yield* judge(step.at('experiment', 'duration'), 'broken');
        }
      }
    }),
    ...graph.experiments.flatMap((experiment) => [...judge(experiment.spec.at('duration'), 'broken')]),
    ...judgeMetrics(graph),
  ],
};

function* judgeMetrics(graph: Parameters<Rule['check']>[0]): Iterable<Remark> {
  for (const { metric, given } of graph.metricsInUse) {
    for (const key of ['interval', 'initialDelay']) {
      if (metric.field.has(key)) {
        yield* judge(metric.field.at(key), 'broken', given);
      }
    }
  }
}

function* judgePause(field: Field): Iterable<Remark> {
  if (!field.exists || typeof field.value === 'object') {
    return;
  }
  const seconds = parsePauseDuration(field.value);
  if (seconds === undefined) {
    yield remark(field, `${EXAMPLES}, or whole seconds, got ${shown(field.value)}`, suggestion(field.value));
  } else if (seconds < 0) {
    yield remark(field, `must not be negative, got ${shown(field.value)}`, 'write how long to hold');
  } else if (seconds === 0) {
    yield remark(
      field, `holds nothing, got ${shown(field.value)}`,
      'write how long to hold, `pause: {}` to wait for approval, or drop the step', { class: 'risky' },
    );
  }
}

function* judge(field: Field, findingClass: FindingClass, given?: ArgumentSet): Iterable<Remark> {
  const value = field.text === undefined ? field.value : given?.fill(field.text) ?? field.text;
  if (!field.exists || typeof value === 'object' || value === '' || (typeof value === 'string' && value.includes('{{'))) {
    return;
  }
  if (typeof value !== 'string') {
    yield remark(field, `${EXAMPLES}, got ${shown(value)}`, suggestion(value));
  } else if (parseGoDuration(value) === undefined) {
    yield remark(field, `${EXAMPLES}, got ${shown(value)}`, suggestion(value), { class: findingClass });
  }
}

function suggestion(value: unknown): string | undefined {
  const meant = suggestGoDuration(value);
  return meant === undefined ? undefined : `write ${meant}`;
}
