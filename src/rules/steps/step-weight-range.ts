import { write } from '../fix';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const stepWeightRange: Rule = {
  id: 'step-weight-range',
  class: 'refused',
  summary: 'a setWeight is a whole number from 0 to the full weight',
  why: 'the controller refuses the Rollout as InvalidSpec and does nothing with it',
  covers: ['ST-03'],
  check: (graph) => forEachRollout(graph, function* (rollout): Iterable<Remark> {
    const most = rollout.fullWeight;
    for (const step of rollout.steps) {
      const weight = step.at('setWeight');
      const isScalar = weight.exists && typeof weight.value !== 'object';
      if (isScalar && most !== undefined && !isWeight(weight.number, most)) {
        const nearest = Math.min(Math.max(Math.round(Number(weight.value)), 0), most);
        const fix = Number.isNaN(nearest) ? undefined : `${write(weight, nearest)}, the nearest weight there is`;
        yield remark(weight, `must be a whole number from 0 to ${most}, got ${shown(weight.value)}`, fix);
      }
    }
  }),
};

function isWeight(weight: number | undefined, most: number): boolean {
  return weight !== undefined && Number.isInteger(weight) && weight >= 0 && weight <= most;
}
