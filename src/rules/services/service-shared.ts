import type { ServiceUse, RolloutNode } from '../../graph/rollout';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** The controller writes here which Rollout a Service belongs to. */
const MANAGED_BY = 'argo-rollouts.argoproj.io/managed-by-rollouts';

export const serviceShared: Rule = {
  id: 'service-shared',
  class: 'broken',
  summary: 'a Service belongs to one Rollout',
  why: 'the controller writes its Rollout on a Service and points it at the pods of that one; the next Rollout that names it is refused as InvalidSpec, whichever comes second',
  covers: ['RF-08'],
  *check(graph): Iterable<Remark> {
    const first = new Map<string, RolloutNode>();
    for (const rollout of graph.rollouts) {
      for (const use of rollout.services) {
        const key = JSON.stringify([rollout.namespace, use.name]);
        const other = first.get(key);
        first.set(key, other ?? rollout);
        // of the same Rollout written twice another rule speaks
        if (other !== undefined && other.resource !== rollout.resource) {
          yield remark(
            use.field, `must be a Service of its own, got ${use.name}, which ${other.resource} names too`,
            `${write(use.field, `${rollout.name ?? 'its name'}${use.role === 'stable' || use.role === 'active' ? '' : `-${use.role}`}`)}, and add that Service`, { about: other },
          );
        }
        yield* judgeMark(use, rollout);
      }
    }
  },
};

/** Somebody may have copied it from the cluster. */
function* judgeMark({ field, name, service }: ServiceUse, rollout: RolloutNode): Iterable<Remark> {
  const owner = service?.annotation(MANAGED_BY);
  if (owner !== undefined && rollout.name !== undefined && owner !== rollout.name) {
    yield remark(
      field, `names Service ${name}, whose annotation ${MANAGED_BY} says that it belongs to Rollout ${owner}`,
      'drop that annotation, which the controller writes by itself', { class: 'refused', about: service },
    );
  }
}
