import type { Field } from '../../graph/field';
import { keyed, write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const KEYS = ['maxSurge', 'maxUnavailable'] as const;

export const surge: Rule = {
  id: 'surge',
  class: 'broken',
  summary: 'maxSurge and maxUnavailable are numbers of pods or percentages, and one of them is more than 0',
  why: 'with neither a pod more nor one less the controller refuses the Rollout; of a text that is no percentage it makes none of both, and no pod ever moves',
  covers: ['CA-01', 'GAP-09', 'GAP-10'],
  check: (graph) => forEachRolloutWith(graph, ['maxSurge', 'maxUnavailable'], function* ({ canary, blueGreen }): Iterable<Remark> {
    for (const field of [...KEYS.map((key) => canary.at(key)), blueGreen.at('maxUnavailable')]) {
      yield* judge(field);
    }
    const [more, less] = KEYS.map((key) => canary.at(key));
    if (isZero(more) && isZero(less)) {
      yield remark(more, `cannot be 0 together with maxUnavailable: no pod could be added, and none taken away, got ${shown(more.value)} and ${shown(less.value)}`, write(more, '25%'), { class: 'refused' });
    }
  }),
};

function* judge(field: Field): Iterable<Remark> {
  const { value } = field;
  if (typeof value === 'number' && (!Number.isInteger(value) || value < 0)) {
    yield remark(field, `must be a whole number of at least 0, got ${value}`, `${write(field, 1)}, or 25%`);
  } else if (typeof value === 'string' && /^\d+$/.test(value)) {
    yield remark(field, `is ${value} % of the pods as a text, and no number of pods, got ${shown(value)}`, `write ${keyed(field)}${value} without quotes, or ${value}%`, { class: 'risky' });
  } else if (typeof value === 'string' && !/^\d+%$/.test(value)) {
    yield remark(field, `must be a number of pods or a percentage, got ${shown(value)}`, `${write(field, 1)}, or 25%`);
  }
}

/** As the controller counts when it looks for zeros: what is neither a whole number nor a percentage is one of them. */
function isZero({ value }: Field): boolean {
  return value === 0 || (typeof value === 'string' && !(/^[+-]?\d+$|^\d+%$/.test(value) && Number(value.replace('%', '')) !== 0));
}
