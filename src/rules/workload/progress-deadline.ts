import { write } from '../fix';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** What the controller takes where nothing is said. */
const DEFAULT_DEADLINE = 600;

export const progressDeadline: Rule = {
  id: 'progress-deadline',
  class: 'refused',
  summary: 'a pod has time to be ready for minReadySeconds before the deadline passes',
  why: 'the controller refuses a Rollout whose progressDeadlineSeconds does not exceed its minReadySeconds as InvalidSpec',
  covers: ['RO-13', 'RO-15', 'RO-16'],
  check: (graph) => forEachRollout(graph, function* ({ spec }): Iterable<Remark> {
    const [deadline, ready] = [spec.at('progressDeadlineSeconds'), spec.at('minReadySeconds')];
    const seconds = deadline.exists ? deadline.number : DEFAULT_DEADLINE;
    const held = ready.exists ? ready.number : 0;
    if (ready.number !== undefined && ready.number < 0) {
      yield remark(ready, `must not be negative, got ${ready.number}`, 'drop it');
    }
    if (seconds !== undefined && held !== undefined && !deadline.isUnknown && !ready.isUnknown && seconds <= Math.max(held, 0)) {
      const unsaid = deadline.exists ? '' : ', which is what it is where nothing is written';
      yield remark(deadline, `must exceed minReadySeconds, ${held}, got ${seconds}${unsaid}`, write(deadline, Math.max(held, 0) + DEFAULT_DEADLINE));
    }
  }),
};
