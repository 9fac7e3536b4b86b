import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const stableServiceNeedsRouter: Rule = {
  id: 'stable-service-needs-router',
  class: 'risky',
  summary: 'a stableService goes with a router',
  why: 'the controller narrows that Service to the stable pods; without a router nothing brings requests from there to the canary, whatever the weight',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ['stableService'], function* (rollout): Iterable<Remark> {
    const stable = rollout.service('stable');
    if (stable !== undefined && !rollout.trafficRouting.exists) {
      yield remark(
        stable.field, `narrows Service ${stable.name} to the stable pods, and without trafficRouting none of its requests reach the canary`,
        'add a trafficRouting, or drop stableService and let one Service select the pods of both versions',
      );
    }
  }),
};
