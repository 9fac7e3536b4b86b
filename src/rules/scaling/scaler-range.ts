import type { Field } from '../../graph/field';
import type { RolloutNode } from '../../graph/rollout';
import type { ScalerNode } from '../../graph/scaler';
import { parsePodRange } from '../../manifests/pod-range';
import { keyed, write } from '../fix';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const scalerRange: Rule = {
  id: 'scaler-range',
  class: 'risky',
  summary: 'what scales a Rollout leaves it pods',
  why: 'a release that comes while there are none goes through its stages without a pod: what it asks is answered by nobody, and what it does not ask it promotes (measured on the controller)',
  covers: [],
  check: (graph) => forEachRollout(graph, function* (rollout): Iterable<Remark> {
    for (const scaler of rollout.scalers) {
      yield* judge(scaler, rollout);
    }
    yield* judgeElsewhere(rollout.rangeElsewhere);
  }),
};

function* judge(scaler: ScalerNode, rollout: RolloutNode): Iterable<Remark> {
  const [fewest, most] = scaler.limits;
  const min = fewest.exists ? fewest.number : scaler.fewestWhereNoneIsSaid;
  if (min === 0) {
    const got = fewest.exists ? '0' : 'none, which is 0';
    yield remark(fewest, `must be at least 1, got ${got}: a release that comes while ${rollout.resource} has no pods meets none`, write(fewest, 1), { about: rollout });
  }
  if (min !== undefined && most.number !== undefined && most.number < min) {
    yield remark(most, `must be at least the fewest, which are ${min}, got ${most.number}`, `${write(most, min)} or more`, { about: rollout, class: 'broken' });
  }
}

function* judgeElsewhere(field: Field): Iterable<Remark> {
  if (!field.exists || field.text === undefined) {
    return;
  }
  const range = parsePodRange(field.text);
  if (range === undefined) {
    yield remark(field, `must be the fewest and the most pods, got ${shown(field.text)}`, `write for example ${keyed(field)}3-20`, { class: 'broken' });
  } else if (range.min === 0) {
    yield remark(field, 'begins at 0: a release that comes while there are no pods meets none', write(field, `1-${range.max}`));
  }
}
