import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted } from '../wording';

export const startingStep: Rule = {
  id: 'starting-step',
  class: 'broken',
  summary: 'a background analysis starts at one of the steps',
  why: 'the controller accepts any number; past the last step the analysis never runs, or only in the moment before promotion, and says nothing',
  covers: ['GAP-11'],
  check: (graph) => forEachRolloutWith(graph, ['startingStep'], function* (rollout): Iterable<Remark> {
    const start = rollout.canary.at('analysis', 'startingStep');
    const steps = rollout.steps.length;
    if (start.number === undefined || steps === 0) {
      return;
    }
    const allowed = `must be the index of a step, 0 to ${steps - 1}, got ${start.number}`;
    if (start.number >= steps) {
      const consequence = start.number === steps ? 'so it runs only in the moment before promotion' : 'so it never runs';
      yield remark(start, `${allowed} with ${counted(steps, 'step')}, ${consequence}`, `${write(start, 1)} to start after the first step`);
    } else if (start.number < 0) {
      yield remark(start, `${allowed}, which means 0`, write(start, 0), { class: 'advice' });
    }
  }),
};
