import type { Field } from '../../graph/field';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

/** Two of these in one step are refused. */
const EXCLUSIVE = ['setWeight', 'pause', 'experiment', 'analysis'];
/** In the order in which one of several decides when the step is over. */
const KINDS = ['pause', 'setCanaryScale', 'setWeight', 'experiment', 'analysis', 'setHeaderRoute', 'setMirrorRoute', 'plugin'];

export const stepKinds: Rule = {
  id: 'step-kinds',
  class: 'refused',
  summary: 'a step does exactly one thing',
  why: 'the controller refuses a step without a kind and most with two; of the others it waits for only one of the things',
  covers: ['ST-01', 'ST-02', 'GAP-02'],
  check: (graph) => forEachRollout(graph, function* (rollout): Iterable<Remark> {
    for (const step of rollout.steps.filter((each) => !hasOneKind(each))) {
      const kinds = KINDS.filter((kind) => step.has(kind));
      if (kinds.length === 0 && (step.isMap || !step.exists)) {
        const written = step.entries().map(([key]) => key);
        yield written.includes('pause')
          ? remark(step, 'must do something, got a pause without a value', 'write pause: {} to wait for approval, or pause: { duration: 5m }')
          : remark(step, `must be one of ${listed(KINDS)}, got ${written.length === 0 ? 'nothing' : listed(written)}`, 'write one of them, or drop the step');
      } else if (kinds.length > 1) {
        const isRefused = EXCLUSIVE.filter((kind) => kinds.includes(kind)).length > 1;
        const consequence = isRefused ? '' : `, of which only ${kinds[0]} decides when it is over`;
        yield remark(step, `must do one thing, got ${listed(kinds)}${consequence}`, 'make it one step for each', isRefused ? {} : { class: 'broken' });
      }
    }
  }),
};

/** Whether a step is written as nearly all are: one kind, and nothing beside it. */
function hasOneKind(step: Field): boolean {
  const [kind, ...others] = step.keys();
  return others.length === 0 && KINDS.includes(kind) && step.has(kind);
}
