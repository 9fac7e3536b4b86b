import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const oneStrategy: Rule = {
  id: 'one-strategy',
  class: 'refused',
  summary: 'a Rollout is a canary or a blue-green',
  why: 'the controller refuses one that is neither or both as InvalidSpec; a strategy without a value is none',
  covers: ['RO-17', 'RO-18'],
  check: (graph) => forEachRollout(graph, function* ({ spec, canary, blueGreen }): Iterable<Remark> {
    const strategy = spec.at('strategy');
    if (!spec.isMap || strategy.isUnknown || (canary.exists !== blueGreen.exists)) {
      return;
    }
    if (canary.exists) {
      yield remark(strategy, 'must be one of canary and blueGreen, got both', 'drop canary, or blueGreen');
    } else {
      const written = strategy.keys();
      const got = written.length === 0 ? 'nothing' : `${listed(written)}${written.some((key) => key === 'canary' || key === 'blueGreen') ? ' without a value' : ''}`;
      yield remark(strategy, `must be a canary or a blueGreen, got ${got}`, 'write canary: { steps: [{ setWeight: 20 }, { pause: {} }] }');
    }
  }),
};
