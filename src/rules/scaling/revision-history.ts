import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** What the controller keeps where nothing is said. */
const DEFAULT_HISTORY = 10;

export const revisionHistory: Rule = {
  id: 'revision-history',
  class: 'risky',
  summary: 'a Rollout remembers as many revisions as it may go back to, or keep running',
  why: 'what is not remembered is removed: the controller refuses a negative number, and takes a larger window or limit and never fills it',
  covers: ['RO-14', 'GAP-18', 'GAP-24'],
  check: (graph) => forEachRolloutWith(graph, ['revisionHistoryLimit', 'rollbackWindow', 'scaleDownDelayRevisionLimit'], function* ({ spec, canary, trafficRouting }): Iterable<Remark> {
    const history = spec.at('revisionHistoryLimit');
    if (history.number !== undefined && history.number < 0) {
      yield remark(history, `must not be negative, got ${history.number}`, `${write(history, DEFAULT_HISTORY)}, or drop it`, { class: 'refused' });
      return;
    }
    const window = spec.at('rollbackWindow', 'revisions');
    yield* judge(window, history, 'a rollback to an older one goes through all of the steps');
    if (window.number !== undefined && window.number < 1) {
      yield remark(window, `must be at least 1, got ${window.number}, which turns it off`, `${write(window, 3)}, or drop rollbackWindow`, { class: 'advice' });
    }
    if (trafficRouting.exists) {
      yield* judge(canary.at('scaleDownDelayRevisionLimit'), history, 'older ones are removed with their pods');
    }
  }),
};

function* judge(revisions: Field, history: Field, consequence: string): Iterable<Remark> {
  const kept = history.exists ? history.number : DEFAULT_HISTORY;
  if (revisions.number !== undefined && kept !== undefined && !history.isUnknown && revisions.number > kept) {
    const which = history.exists ? `the revisionHistoryLimit ${kept}` : `the revisionHistoryLimit, which is ${kept} where none is written`;
    yield remark(revisions, `must not exceed ${which}, got ${revisions.number}: ${consequence}`, `${write(revisions, kept)}, or revisionHistoryLimit: ${revisions.number}`);
  }
}
