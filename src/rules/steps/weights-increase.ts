import { write } from '../fix';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const weightsIncrease: Rule = {
  id: 'weights-increase',
  class: 'broken',
  summary: 'each setWeight is larger than the one before it',
  why: 'a stage that sends the canary no more traffic than the last one tests nothing new, and one that sends less takes back what was already proven',
  covers: ['GAP-37'],
  check: (graph) => forEachRollout(graph, function* (rollout): Iterable<Remark> {
    let previous: number | undefined;
    for (const step of rollout.steps) {
      const weight = step.at('setWeight');
      if (weight.exists) {
        if (weight.number !== undefined && previous !== undefined && weight.number <= previous) {
          yield remark(
            weight, `must exceed the previous weight ${previous}, got ${weight.number}`,
            previous < (rollout.fullWeight ?? Infinity) ? `${write(weight, previous + 1)} or more, or drop the step` : 'drop the step',
            // the same weight again takes nothing back
            weight.number === previous ? { class: 'risky' } : {},
          );
        }
        previous = weight.number;
      }
    }
  }),
};
