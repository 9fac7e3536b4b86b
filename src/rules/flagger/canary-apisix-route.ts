import { APISIX_ROUTE, ApisixRouteNode } from '../../graph/apisix-route';
import type { CanaryNode } from '../../graph/canary';
import type { Graph } from '../../graph/graph';
import { write } from '../fix';
import { addOrRename } from '../missing-object';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const canaryApisixRoute: Rule = {
  id: 'canary-apisix-route',
  class: 'broken',
  summary: 'the ApisixRoute of a Canary exists, and one rule of it leads to its Service and nowhere else',
  why: 'Flagger copies that rule and puts the Services of both versions in the place of the one: without it the Canary stays in the phase Initializing for ever',
  covers: ['FAP-01'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const name = canary.provider === 'apisix' ? canary.spec.at('routeRef').textAt('name') : undefined;
    if (name !== undefined && name !== '') {
      yield* judge(canary, name, graph);
    }
  }),
};

function* judge(canary: CanaryNode, name: string, { index }: Graph): Iterable<Remark> {
  const field = canary.spec.at('routeRef', 'name');
  const service = canary.serviceName;
  const node = index.find(APISIX_ROUTE, canary.namespace, name);
  if (!(node instanceof ApisixRouteNode)) {
    yield remark(
      field, `names ApisixRoute ${name}, which is not in the input`,
      addOrRename(field, { kind: 'ApisixRoute', name, namespace: canary.namespace }, index.ofKind(APISIX_ROUTE)), { missing: { kind: 'ApisixRoute', name } },
    );
    return;
  }
  const backends = node.rules.flatMap((rule) => rule.at('backends').items()).map((backend) => backend.at('serviceName'));
  if (service === undefined || node.spec.at('http').isUnknown || backends.some(({ isUnknown }) => isUnknown)) {
    return;
  }
  const rule = node.rules.find((each) => each.at('backends').items().some((backend) => backend.textAt('serviceName') === service));
  if (rule === undefined) {
    const names = [...new Set(backends.flatMap(({ text }) => text ?? []))];
    const only = backends.length === 1 ? backends[0] : undefined;
    yield remark(
      only ?? field, `must lead to Service ${service} of ${canary.resource}, got ${names.length === 0 ? 'no Service' : listed(names)}`,
      only === undefined ? `write serviceName: ${service} in a rule of ApisixRoute ${name}` : write(only, service), { about: canary },
    );
  } else if (rule.at('backends').items().length > 1) {
    yield remark(
      rule.at('backends'), `must lead to Service ${service} alone, got ${rule.at('backends').items().length} Services`,
      `keep serviceName: ${service}, and move the others to rules of their own`, { about: canary },
    );
  }
}
