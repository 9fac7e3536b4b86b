import type { Field } from '../../graph/field';
import type { IstioUse, VirtualServiceUse } from '../../graph/istio-use';
import type { VirtualServiceNode, VirtualServiceRoute } from '../../graph/virtual-service';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted, listed } from '../wording';

export const istioManagedRoutes: Rule = {
  id: 'istio-managed-routes',
  class: 'broken',
  summary: 'routes that steps add to a VirtualService have names of their own, stand beside named routes, and take nobody else\'s requests',
  why: 'the controller knows routes by their names: it doubles those without one, takes away those with the name of an added one, '
    + 'and does not find those that get the weights',
  covers: ['TR-12'],
  *check(graph): Iterable<Remark> {
    for (const istio of graph.istio) {
      const managed = istio.rollout.trafficRouting.at('managedRoutes').items();
      for (const use of managed.length === 0 ? [] : istio.virtualServices) {
        yield* judge(use, managed, istio);
      }
    }
  },
};

function* judge(use: VirtualServiceUse, managed: readonly Field[], istio: IstioUse): Iterable<Remark> {
  const { node } = use;
  const routes = node?.routes('http') ?? [];
  if (routes.some(({ isKnown }) => !isKnown)) {
    return;
  }
  yield* unnamed(use, routes, istio);
  for (const route of managed) {
    const twin = routes.find(({ name }) => name !== undefined && name === route.textAt('name'));
    if (twin !== undefined) {
      yield remark(
        route.at('name'), `must not be the name of a route that VirtualService ${use.name} has already: the controller takes it away when the rollout ends`,
        `${write(route.at('name'), `${route.textAt('name')}-2`)}, and in the steps`, { about: node },
      );
    }
  }
  if (node !== undefined) {
    yield* reach(use, node, istio);
  }
}

function* unnamed(use: VirtualServiceUse, routes: readonly VirtualServiceRoute[], { rollout }: IstioUse): Iterable<Remark> {
  const without = routes.filter(({ name }) => name === undefined);
  if (without.length > 1) {
    yield remark(
      without[0].field.at('name'), `must be given, since steps add routes and the controller doubles those without a name, got none for ${counted(without.length, 'route')}`,
      'name every route', { about: rollout },
    );
  }
  const setting = use.field.at('routes');
  // beside header routes the only one without a name is found, beside mirror routes none is
  const isLost = rollout.steps.some((step) => step.has('setMirrorRoute')) || (routes.length === 1 && without.length === 0);
  if (!setting.isUnknown && setting.items().length === 0 && isLost) {
    yield remark(
      setting, 'must name the route that gets the weights, since steps add others and the controller does not find it beside them, got none',
      'give the route a name, and write it here',
    );
  }
}

/** An added header route comes first, and knows nothing of what the other routes match. */
function* reach(use: VirtualServiceUse, node: VirtualServiceNode, { rollout }: IstioUse): Iterable<Remark> {
  const chosen = use.chosen('http').routes;
  const others = node.routes('http').filter((route) => !chosen.includes(route));
  const narrow = chosen.filter(({ field }) => field.has('match'));
  const steps = rollout.steps.filter((step) => step.has('setHeaderRoute') && step.at('setHeaderRoute', 'match').items().length > 0);
  if (steps.length === 0 || (others.length === 0 && narrow.length === 0)) {
    return;
  }
  const whose = others.length > 0
    ? `those of its ${counted(others.length, 'other route')}${others.some(({ name }) => name !== undefined) ? ` ${listed(others.flatMap(({ name }) => name ?? []))}` : ''}`
    : 'those that no route of it matches';
  yield remark(
    steps[0].at('setHeaderRoute'),
    `takes every request with its headers to the hosts of VirtualService ${use.name}, also ${whose}`,
    'use a header that only requests to this rollout have, or give it a VirtualService with hosts of its own', { class: 'risky', about: node },
  );
}
