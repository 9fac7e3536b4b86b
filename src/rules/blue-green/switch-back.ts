import type { RolloutNode } from '../../graph/rollout';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** The controller's own delay. */
const DEFAULT_DELAY = 30;

export const switchBack: Rule = {
  id: 'switch-back',
  class: 'risky',
  summary: 'a blue-green that can be aborted after its switch keeps the pods that its active Service leads to',
  why: 'while one pod of the new version is not ready the controller does not switch back, and when the delay is over it removes the pods of the new version: the active Service leads to none at all, beside an old version that is whole (measured on the controller)',
  covers: ['GAP-17', 'GAP-20'],
  check: (graph) => forEachRolloutWith(graph, ['blueGreen'], function* (rollout): Iterable<Remark> {
    const delay = rollout.blueGreen.at('abortScaleDownDelaySeconds');
    const seconds = delay.exists ? delay.number : DEFAULT_DELAY;
    if (asksAfterSwitch(rollout) && seconds !== undefined && seconds > 0 && !delay.isUnknown) {
      yield remark(
        delay, `must be 0 where something is asked after the switch, got ${delay.exists ? seconds : `none, which is ${seconds}`}: an abort while a pod of the new version is down leaves the active Service without pods after ${seconds} s`,
        `${write(delay, 0)}, which keeps them until the next release`,
      );
    }
  }),
};

function asksAfterSwitch(rollout: RolloutNode): boolean {
  return rollout.analyses.some((use) => use.place === 'post-promotion' && !use.isEmpty);
}
