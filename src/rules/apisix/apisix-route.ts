import { APISIX_ROUTE, ApisixRouteNode } from '../../graph/apisix-route';
import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import { write } from '../fix';
import { addOrRename, onlyName } from '../missing-object';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { judgeBackends } from '../weighted-backends';
import { listed, nearest } from '../wording';

export const apisixRoute: Rule = {
  id: 'apisix-route',
  class: 'broken',
  summary: 'the ApisixRoute that a Rollout splits by exists, and each rule of it that gets weights leads to the two Services and nothing else',
  why: 'the controller accepts the Rollout, writes no weight when it does not find them, and panics when no route is named',
  covers: ['TR-07'],
  check: (graph) => forEachRolloutWith(graph, ['apisix'], function* (rollout): Iterable<Remark> {
    if (rollout.trafficRouting.at('apisix').isMap) {
      yield* judge(rollout, graph);
    }
  }),
};

function* judge(rollout: RolloutNode, { index }: Graph): Iterable<Remark> {
  const route = rollout.trafficRouting.at('apisix', 'route');
  const field = route.at('name');
  const { text: name } = field;
  if (name === undefined || name === '') {
    if (!field.isUnknown) {
      yield remark(route.exists ? field : route, 'must name the ApisixRoute, got nothing', `write ${route.exists ? '' : 'route: { '}name: ${onlyName(rollout.namespace, index.ofKind(APISIX_ROUTE))}${route.exists ? '' : ' }'}`);
    }
    return;
  }
  const node = index.find(APISIX_ROUTE, rollout.namespace, name);
  if (!(node instanceof ApisixRouteNode)) {
    yield remark(
      field, `names ApisixRoute ${name}, which is not in the input`, addOrRename(field, { kind: 'ApisixRoute', name, namespace: rollout.namespace }, index.ofKind(APISIX_ROUTE)),
      { missing: { kind: 'ApisixRoute', name } },
    );
    return;
  }
  const names = node.rules.map((rule) => rule.textAt('name') ?? '');
  const asked = route.at('rules').items();
  const isKnown = !node.spec.at('http').isUnknown && !route.at('rules').isUnknown && node.rules.every((rule) => !rule.at('name').isUnknown);
  // without a list, also an empty one, the rule is looked for by the name of the route
  for (const { wish, text } of asked.length === 0 ? [{ wish: field, text: name }] : asked.map((each) => ({ wish: each, text: each.text }))) {
    const rule = text === undefined ? undefined : node.rule(text);
    if (rule !== undefined) {
      yield* judgeBackends({ list: rule.at('backends'), key: 'serviceName', holder: `rule ${text} of ApisixRoute ${name}`, rollout, fallback: 100 });
      if (!rule.at('backends').isList && !rule.at('backends').isUnknown) {
        yield remark(rule.at('backends'), 'must lead to both versions, got nothing', 'add both Services', { about: rollout });
      }
    } else if (text !== undefined && isKnown) {
      const got = names.length === 0 ? 'it has none' : `it has ${listed(names)}`;
      const meant = nearest(text, names) ?? names[0];
      yield asked.length === 0
        ? remark(field, `names ApisixRoute ${name}, which must have a rule of that name where rules names none; ${got}`, meant === undefined ? 'add the rule' : `write rules: [${meant}]`, { about: node })
        : remark(wish, `must be the name of a rule of ApisixRoute ${name}, got ${text}; ${got}`, meant === undefined ? 'add the rule' : write(wish, meant), { about: node });
    }
  }
}
