import type { Field } from '../../graph/field';
import { keyed, write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const canaryScale: Rule = {
  id: 'canary-scale',
  class: 'broken',
  summary: 'a setCanaryScale says one thing: a number of pods, a share of them, or as many as the weight asks for',
  why: 'the controller checks none of it: of two it takes the number, with nothing it does nothing, and it makes more pods than all of them, or asks for fewer than none',
  covers: ['GAP-03', 'GAP-04', 'GAP-05'],
  check: (graph) => forEachRolloutWith(graph, ['setCanaryScale'], function* ({ steps, fullWeight = 100 }): Iterable<Remark> {
    for (const step of steps.filter((each) => each.has('setCanaryScale'))) {
      const scale = step.at('setCanaryScale');
      if (scale.isMap) {
        yield* judgeKind(scale);
        yield* judgeNumbers(scale.at('replicas'), scale.at('weight'), fullWeight);
      }
    }
  }),
};

function* judgeKind(scale: Field): Iterable<Remark> {
  const match = scale.at('matchTrafficWeight');
  const given = ['replicas', 'weight'].filter((key) => scale.has(key));
  if (match.isUnknown) {
    return;
  }
  if (given.length === 0 && match.value !== true) {
    yield remark(
      scale, 'must say replicas, weight or matchTrafficWeight: true, got none of them, so the pods go on following the weight',
      `write ${keyed(scale)}{ matchTrafficWeight: true }, or drop the step`, { class: 'risky' },
    );
  } else if (match.value === true && given.length > 0) {
    yield remark(scale, `must say one thing, got ${listed(['matchTrafficWeight', ...given])}: the pods follow the weight, and ${listed(given)} says nothing`, `drop ${listed(given)}`, { class: 'risky' });
  } else if (given.length === 2) {
    yield remark(scale, 'must say one thing, got replicas and weight, of which the controller takes the replicas', 'drop weight', { class: 'risky' });
  }
}

function* judgeNumbers(replicas: Field, weight: Field, most: number): Iterable<Remark> {
  if (replicas.number !== undefined && replicas.number < 0) {
    yield remark(replicas, `must not be negative, got ${replicas.number}`, write(replicas, Math.abs(Math.round(replicas.number))));
  }
  if (weight.number !== undefined && (weight.number < 0 || weight.number > most)) {
    const consequence = weight.number > most ? ', which is more pods than the stable version has' : '';
    yield remark(weight, `must be a share from 0 to ${most}, got ${weight.number}${consequence}`, write(weight, weight.number < 0 ? 0 : most));
  }
}
