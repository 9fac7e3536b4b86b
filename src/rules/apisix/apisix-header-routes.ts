import { APISIX_ROUTE, ApisixRouteNode } from '../../graph/apisix-route';
import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const apisixHeaderRoutes: Rule = {
  id: 'apisix-header-routes',
  class: 'broken',
  summary: 'a header step behind APISIX adds an ApisixRoute of its own name, and narrows rules that have no conditions of their own',
  why: 'the controller copies the ApisixRoute under the name that the step gives, stops when somebody else\'s is there, and writes its conditions over those of the rules',
  covers: ['TR-07'],
  check: (graph) => forEachRolloutWith(graph, ['apisix'], function* (rollout): Iterable<Remark> {
    if (rollout.trafficRouting.at('apisix').isMap) {
      yield* taken(rollout, graph);
      yield* overwritten(rollout, graph);
    }
  }),
};

function* taken(rollout: RolloutNode, { index }: Graph): Iterable<Remark> {
  const split = rollout.trafficRouting.at('apisix', 'route').textAt('name');
  const told = new Set<string>();
  for (const step of rollout.steps.filter((each) => each.has('setHeaderRoute'))) {
    const field = step.at('setHeaderRoute', 'name');
    const { text: name } = field;
    if (name === undefined || name === '' || told.has(name)) {
      continue;
    }
    told.add(name);
    const node = index.find(APISIX_ROUTE, rollout.namespace, name);
    const isTaken = name === split || (node instanceof ApisixRouteNode && !node.isMadeBy(rollout.name));
    if (isTaken) {
      const whose = name === split ? 'which the Rollout splits' : 'which is not the Rollout\'s';
      yield remark(
        field, `must not be the name of an ApisixRoute that is there already, got ${name}, ${whose}: the controller reports a duplicate, and the release stands still`,
        `${write(field, `${name}-2`)}, and in managedRoutes`, node === undefined ? {} : { about: node },
      );
    }
  }
}

function* overwritten(rollout: RolloutNode, { index }: Graph): Iterable<Remark> {
  const route = rollout.trafficRouting.at('apisix', 'route');
  const name = route.textAt('name') ?? '';
  const node = index.find(APISIX_ROUTE, rollout.namespace, name);
  const adds = rollout.steps.find((step) => step.has('setHeaderRoute') && step.at('setHeaderRoute', 'match').items().length > 0);
  if (adds === undefined || !(node instanceof ApisixRouteNode)) {
    return;
  }
  const asked = route.at('rules').items().map(({ text }) => text ?? '');
  for (const rule of asked.length === 0 ? [name] : asked) {
    const exprs = node.rule(rule)?.at('match', 'exprs');
    if (exprs !== undefined && exprs.items().length > 0) {
      yield remark(
        exprs, `are dropped in the route that a header step of Rollout ${rollout.name ?? ''} adds, which then takes requests that rule ${rule} does not`,
        'use a header that only requests to this rollout have, or move the conditions to a route before this one', { class: 'risky', about: rollout },
      );
    }
  }
}
