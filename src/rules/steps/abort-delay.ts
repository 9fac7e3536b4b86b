import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** The controller looks again after this long, unless it is started with another `--rollout-resync`. */
const RESYNC_SECONDS = 900;

export const abortDelay: Rule = {
  id: 'abort-delay',
  class: 'broken',
  summary: 'pods of a canary that are to be kept after an abort are kept for less than the 900 s after which the controller looks again',
  why: 'with that long or longer to go the controller takes the delay for over, and removes the pods at once; those of a blue-green it keeps (measured on the controller)',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ['abortScaleDownDelaySeconds'], function* (rollout): Iterable<Remark> {
    const delay = rollout.canary.at('abortScaleDownDelaySeconds');
    if (delay.number !== undefined && delay.number >= RESYNC_SECONDS) {
      yield remark(delay, `must be below ${RESYNC_SECONDS}, got ${delay.number}, which keeps nothing`, `${write(delay, RESYNC_SECONDS - 60)}, or 0 to keep the pods until somebody removes them`);
    }
  }),
};
