import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const canaryAnalysisSkipped: Rule = {
  id: 'canary-analysis-skipped',
  class: 'risky',
  summary: 'a Canary analyses what it promotes',
  why: 'with skipAnalysis a new version is promoted as soon as its pods are ready, whatever they answer; and if it is there from the beginning, nobody waits for the first primary, and requests fail until it is ready',
  covers: ['FT-25'],
  check: (graph) => forEachCanary(graph, function* ({ spec }): Iterable<Remark> {
    const field = spec.at('skipAnalysis');
    if (field.boolean === true) {
      yield remark(field, 'must not stay true: every version is promoted, and the first primary has requests before it is ready', write(field, false));
    }
  }),
};
