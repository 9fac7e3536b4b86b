import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const [PREFERRED, REQUIRED] = ['preferredDuringSchedulingIgnoredDuringExecution', 'requiredDuringSchedulingIgnoredDuringExecution'];

export const antiAffinity: Rule = {
  id: 'anti-affinity',
  class: 'refused',
  summary: 'an antiAffinity is preferred, with a weight from 1 to 100, or required',
  why: 'the controller refuses the Rollout as InvalidSpec; a required one keeps pods of the new version waiting where the old version is on every node',
  covers: ['AA-01', 'AA-02'],
  check: (graph) => forEachRolloutWith(graph, ['antiAffinity'], function* ({ canary, blueGreen, trafficRouting }): Iterable<Remark> {
    for (const strategy of [canary, blueGreen]) {
      const rule = strategy.at('antiAffinity');
      const [preferred, required] = [rule.at(PREFERRED), rule.at(REQUIRED)];
      if (rule.isMap && preferred.exists === required.exists) {
        yield remark(rule, `must be either preferred or required, got ${preferred.exists ? 'both' : 'neither'}`, preferred.exists ? `drop ${REQUIRED}` : `write ${PREFERRED}: { weight: 100 }`);
      }
      const weight = preferred.at('weight');
      if (weight.number !== undefined && !(Number.isInteger(weight.number) && weight.number >= 1 && weight.number <= 100)) {
        yield remark(weight, `must be a whole number from 1 to 100, got ${weight.number}`, write(weight, 100));
      }
      if (required.exists && !preferred.exists) {
        const when = strategy === blueGreen || trafficRouting.exists ? 'before the promotion none goes, and the deadline takes the release back' : 'they wait until old ones go';
        yield remark(required, `leaves pods of the new version pending where the old version is on every node: ${when}`, `have a node more, or write ${PREFERRED}: { weight: 100 }`, { class: 'advice' });
      }
    }
  }),
};
