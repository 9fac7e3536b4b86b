import type { Field } from '../../graph/field';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const ROUTES = ['setHeaderRoute', 'setMirrorRoute'] as const;

export const routeNeedsPods: Rule = {
  id: 'route-needs-pods',
  class: 'broken',
  summary: 'a step that routes requests to the canary comes after one that gives it pods',
  why: 'requests that it matches fail, and the controller takes the route away again as soon as it sees a canary without pods; later steps do not bring it back',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ROUTES, function* (rollout): Iterable<Remark> {
    for (const step of rollout.steps) {
      if (givesPods(step)) {
        return;
      }
      for (const kind of ROUTES) {
        if (step.at(kind, 'match').items().length > 0) {
          yield remark(step.at(kind), 'must come after a step that gives the canary pods, got none before it', 'put setCanaryScale: { replicas: 1 } or a setWeight before it');
        }
      }
    }
  }),
};

/** Also where it may be so. */
function givesPods(step: Field): boolean {
  const [weight, scale] = [step.at('setWeight'), step.at('setCanaryScale')];
  const amounts = [weight, scale.at('replicas'), scale.at('weight')];
  return step.isUnknown || scale.isUnknown || amounts.some((amount) => amount.isUnknown || (amount.number ?? 0) > 0);
}
