import type { Field } from '../../graph/field';
import type { RolloutNode } from '../../graph/rollout';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

/** What each of these steps works behind, by the names under `trafficRouting`; empty where any router will do. */
const ROUTERS: readonly (readonly [kind: string, able: readonly string[]])[] = [
  ['setCanaryScale', []],
  ['setHeaderRoute', ['istio', 'alb', 'apisix', 'plugins']],
  ['setMirrorRoute', ['istio', 'plugins']],
];
/** Which can give an experiment a share of the traffic. */
const EXPERIMENT_ROUTERS: readonly string[] = ['alb', 'smi', 'istio', 'plugins'];

export const stepNeedsRouter: Rule = {
  id: 'step-needs-router',
  class: 'refused',
  summary: 'steps that scale apart from the traffic, route by headers, mirror or weigh an experiment stand behind a router that can',
  why: 'the controller refuses the Rollout as InvalidSpec',
  covers: ['ST-05', 'ST-06', 'ST-11', 'ST-17', 'ST-18'],
  check: (graph) => forEachRolloutWith(graph, [...ROUTERS.map(([kind]) => kind), 'experiment'], function* (rollout): Iterable<Remark> {
    for (const step of rollout.steps) {
      for (const [kind, able] of ROUTERS) {
        if (step.has(kind)) {
          yield* judge(step.at(kind), able, rollout);
        }
      }
      for (const template of step.has('experiment') ? step.at('experiment', 'templates').items() : []) {
        yield* judge(template.at('weight'), EXPERIMENT_ROUTERS, rollout);
      }
    }
  }),
};

function* judge(field: Field, able: readonly string[], rollout: RolloutNode): Iterable<Remark> {
  if (!field.exists || rollout.trafficRouting.isUnknown) {
    return;
  }
  const hasRouter = rollout.trafficRouting.exists && (able.length === 0 || rollout.routers.some((router) => able.includes(router)));
  if (!hasRouter) {
    const got = rollout.routers.length === 0 ? 'none' : listed(rollout.routers);
    const wanted = able.length === 0 ? 'a router' : `a router that can do it (${listed(able)})`;
    yield remark(field, `needs ${wanted}, got ${got}`, 'change the router, or drop the step');
  }
}
