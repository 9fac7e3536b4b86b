import type { Field } from '../../graph/field';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const routesRemoved: Rule = {
  id: 'routes-removed',
  class: 'risky',
  summary: 'requests are not mirrored to a canary any more once it answers them',
  why: 'an added route stays until a step takes it away, or the rollout ends: the canary then gets copies of requests beside those that it answers, and does twice what it does once',
  covers: ['GAP-39'],
  check: (graph) => forEachRolloutWith(graph, ['setMirrorRoute'], function* ({ steps }): Iterable<Remark> {
    const mirrors = new Map<string, Field>();
    for (const step of steps.some((each) => each.has('setMirrorRoute')) ? steps : []) {
      const mirror = step.at('setMirrorRoute');
      const name = mirror.textAt('name');
      if (name !== undefined) {
        mirrors.delete(name);
        if (mirror.at('match').items().length > 0) {
          mirrors.set(name, mirror);
        }
      }
      const weight = step.at('setWeight').number ?? 0;
      for (const [open, field] of weight > 0 ? mirrors : []) {
        yield remark(
          field, `must be taken away before the canary gets ${weight} of the traffic itself, got no step that does`, `put setMirrorRoute: { name: ${open} } before setWeight: ${weight}`,
        );
      }
      if (weight > 0) {
        mirrors.clear();
      }
    }
  }),
};
