import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

export const managedRoutes: Rule = {
  id: 'managed-routes',
  class: 'refused',
  summary: 'managedRoutes names every route that a step adds',
  why: 'the order of that list is the order in which routes are tried, and the controller refuses a route without a place in it as InvalidSpec',
  covers: ['ST-14', 'ST-15', 'ST-16'],
  check: (graph) => forEachRolloutWith(graph, ['setHeaderRoute', 'setMirrorRoute'], function* ({ steps, trafficRouting }): Iterable<Remark> {
    const managed = trafficRouting.at('managedRoutes');
    const added = steps.flatMap((step) => ['setHeaderRoute', 'setMirrorRoute'].filter((kind) => step.has(kind)).map((kind) => step.at(kind)));
    if (added.length === 0 || !trafficRouting.isMap || managed.isUnknown) {
      return;
    }
    if (!managed.exists) {
      const names = [...new Set(added.flatMap((route) => route.textAt('name') ?? []))];
      yield remark(
        managed, `must name the routes that steps add, got none for ${names.length === 0 ? 'them' : listed(names)}`,
        `write managedRoutes: [${names.map((name) => `{ name: ${name} }`).join(', ')}]`,
      );
      return;
    }
    for (const route of added) {
      yield* judge(route, managed);
    }
  }),
};

function* judge(route: Field, managed: Field): Iterable<Remark> {
  const name = route.textAt('name') ?? '';
  const names = managed.items().map((each) => each.at('name'));
  if (route.at('name').isUnknown || names.some(({ isUnknown, text }) => isUnknown || text === name)) {
    return;
  }
  const known = names.flatMap(({ text }) => text ?? []);
  const meant = nearest(name, known);
  yield remark(
    route.at('name'), `must be one of managedRoutes, which has ${known.length === 0 ? 'none' : listed(known)}, got ${shown(name)}`,
    meant === undefined ? `add { name: ${name === '' ? 'the-route' : name} } to managedRoutes` : write(route.at('name'), meant),
  );
}
