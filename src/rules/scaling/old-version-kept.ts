import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** So long it may take until every node has heard that a Service leads to other pods. */
const HEARD_EVERYWHERE = 30;
/** What the controller keeps where nothing is said. */
const DEFAULT_HISTORY = 10;

export const oldVersionKept: Rule = {
  id: 'old-version-kept',
  class: 'broken',
  summary: 'an old version stays for a while after it lost its traffic, and then goes',
  why: 'requests are still on their way to it, and until it goes a way back takes a second; with a delay of 0 its pods are never removed, and each release leaves its own behind (measured on the controller)',
  covers: ['BG-02'],
  check: (graph) => forEachRolloutWith(graph, ['scaleDownDelaySeconds', 'scaleDownDelayRevisionLimit'], function* ({ blueGreen, canary, spec }): Iterable<Remark> {
    // Without a router a canary has no old version that waits.
    for (const strategy of canary.at('trafficRouting').exists ? [blueGreen, canary] : [blueGreen]) {
      yield* judgeDelay(strategy.at('scaleDownDelaySeconds'));
      yield* judgeRevisions(strategy.at('scaleDownDelayRevisionLimit'));
    }
    yield* judgeHistory(blueGreen.at('scaleDownDelayRevisionLimit'), spec.at('revisionHistoryLimit'));
  }),
};

function* judgeDelay(delay: Field): Iterable<Remark> {
  const seconds = delay.number;
  if (seconds === undefined || !Number.isInteger(seconds) || seconds >= HEARD_EVERYWHERE) {
    return;
  }
  if (seconds === 0) {
    yield remark(delay, 'must not be 0, which keeps the pods of every old version for ever', `${write(delay, HEARD_EVERYWHERE)} or more`);
  } else if (seconds < 0) {
    yield remark(delay, `must not be negative, got ${seconds}: the old version would go with requests on their way to it`, `${write(delay, HEARD_EVERYWHERE)} or more`);
  } else {
    yield remark(
      delay, `must be at least ${HEARD_EVERYWHERE}, got ${seconds}: a node that has not yet heard of the change sends requests to pods that are gone`,
      `${write(delay, HEARD_EVERYWHERE)} or more`, { class: 'risky' },
    );
  }
}

function* judgeRevisions(limit: Field): Iterable<Remark> {
  const revisions = limit.number;
  if (revisions !== undefined && (!Number.isInteger(revisions) || revisions < 1)) {
    yield remark(
      limit, `must be a whole number of at least 1, got ${revisions}: the old version would go the moment it is replaced, with requests on their way to it and nothing to go back to`,
      `${write(limit, 1)}, or drop it`, { class: 'risky' },
    );
  }
}

/** The controller checks it of a blue-green alone. */
function* judgeHistory(limit: Field, history: Field): Iterable<Remark> {
  const revisions = limit.number;
  const kept = history.exists ? history.number : DEFAULT_HISTORY;
  if (revisions !== undefined && kept !== undefined && !history.isUnknown && revisions > kept) {
    const which = history.exists ? `the revisionHistoryLimit ${kept}` : `the revisionHistoryLimit, which is ${kept} where none is written`;
    yield remark(limit, `must not exceed ${which}, got ${revisions}`, `${write(limit, kept)}, or raise revisionHistoryLimit`, { class: 'refused' });
  }
}
