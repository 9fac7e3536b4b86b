import type { ArgumentSet } from '../../graph/argument';
import type { Field } from '../../graph/field';
import { parseGoDuration, parsePauseDuration, suggestGoDuration } from '../../manifests/durations';
import type { FindingClass } from '../finding';
import { keyed, write } from '../fix';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const HOLE = /\{\{.*?\}\}/gs;
/** What no duration has in it. */
const STRANGE = /[^\d.+\-hmsnu\u00b5\u03bc]/;
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
  // Hardly any metric has one that no other has.
  const sound = new Set<unknown>();
  for (const { metric, given } of graph.metricsInUse) {
    for (const key of ['interval', 'initialDelay']) {
      const value = metric.field.valueAt(key);
      if (value !== undefined && !sound.has(value)) {
        const remarks = [...judge(metric.field.at(key), 'broken', given)];
        if (remarks.length === 0 && typeof value === 'string' && !value.includes('{{')) {
          sound.add(value);
        }
        yield* remarks;
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
    yield remark(field, `${EXAMPLES}, or whole seconds, got ${shown(field.value)}`, suggestion(field, field.value));
  } else if (seconds < 0) {
    yield remark(field, `must not be negative, got ${shown(field.value)}`, `write ${keyed(field)}5m, or how long to hold`);
  } else if (seconds === 0) {
    yield remark(
      field, `holds nothing, got ${shown(field.value)}`,
      `write ${keyed(field)}5m, or pause: {} to wait for approval, or drop the step`, { class: 'risky' },
    );
  }
}

function* judge(field: Field, findingClass: FindingClass, given?: ArgumentSet): Iterable<Remark> {
  const value = field.text === undefined ? field.value : given?.fillAtRelease(field.text) ?? field.text;
  if (!field.exists || typeof value === 'object' || value === '' || (typeof value === 'string' && mayBecomeOne(value))) {
    return;
  }
  if (typeof value !== 'string') {
    yield remark(field, `${EXAMPLES}, got ${shown(value)}`, suggestion(field, value));
  } else if (parseGoDuration(value) === undefined) {
    yield remark(field, `${EXAMPLES}, got ${shown(value)}`, suggestion(field, value), { class: findingClass });
  }
}

/** What is not known yet may be anything, and what stands around it may not. */
function mayBecomeOne(value: string): boolean {
  return value.includes('{{') && !STRANGE.test(value.replace(HOLE, ''));
}

function suggestion(field: Field, value: unknown): string | undefined {
  const meant = suggestGoDuration(value);
  return meant === undefined ? undefined : write(field, meant);
}
