import type { Graph } from '../../graph/graph';
import type { IstioUse, VirtualServiceUse } from '../../graph/istio-use';
import type { RolloutNode } from '../../graph/rollout';
import { PROTOCOLS, VIRTUAL_SERVICE } from '../../graph/virtual-service';
import type { VirtualServiceNode } from '../../graph/virtual-service';
import { write } from '../fix';
import { addOrRename, onlyName } from '../missing-object';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, shown } from '../wording';

export const istioVirtualService: Rule = {
  id: 'istio-virtual-service',
  class: 'refused',
  summary: 'the VirtualServices that Istio splits by exist, and have routes',
  why: 'without them there is nothing to write the weights to, and the Rollout is refused as InvalidSpec',
  covers: ['RF-14', 'RF-19', 'RF-21', 'RF-22', 'RF-23', 'RF-24'],
  *check(graph): Iterable<Remark> {
    for (const istio of graph.istio) {
      yield* oneOf(istio, graph);
      for (const use of istio.virtualServices) {
        yield* judge(use, istio, graph);
      }
    }
  },
};

function* oneOf({ settings, rollout }: IstioUse, graph: Graph): Iterable<Remark> {
  const [one, several] = [settings.at('virtualService'), settings.at('virtualServices')];
  const only = () => onlyName(rollout.namespace, graph.index.ofKind(VIRTUAL_SERVICE));
  if (one.exists === several.exists && !one.isUnknown) {
    const [got, fix] = one.exists ? ['both', 'drop one of them'] : ['neither', `write virtualService: { name: ${only()} }`];
    yield remark(settings, `must have either virtualService or virtualServices, got ${got}`, fix);
  }
  for (const name of [one, ...several.items()].map((field) => field.at('name')).filter(({ text }) => text === '')) {
    yield remark(name, 'must name the VirtualService, got nothing', `write name: ${only()}`);
  }
}

function* judge({ field, name, namespace, node }: VirtualServiceUse, { rollout }: IstioUse, graph: Graph): Iterable<Remark> {
  const place = field.at('name');
  if (node === undefined) {
    const elsewhere = graph.index.named(VIRTUAL_SERVICE, name).map((other) => other.namespace ?? '');
    const found = elsewhere.length === 0 ? 'is not in the input' : `is in namespace ${listed(elsewhere)}; the Rollout looks in ${namespace ?? 'its own'}`;
    const fix = elsewhere.length === 1 ? write(place, `${name}.${elsewhere[0]}`) : addOrRename(place, { kind: 'VirtualService', name, namespace: namespace ?? rollout.namespace }, graph.index.ofKind(VIRTUAL_SERVICE));
    yield remark(place, `names VirtualService ${name}, which ${found}`, fix, { missing: { kind: 'VirtualService', name } });
  } else if (PROTOCOLS.every((protocol) => !node.spec.at(protocol).exists && !node.spec.at(protocol).isUnknown)) {
    yield remark(place, `names VirtualService ${name}, which must have http, tls or tcp routes, and has none`, 'add a route to both versions', { about: node });
  } else {
    yield* malformed(node, rollout);
  }
}

function* malformed(node: VirtualServiceNode, rollout: RolloutNode): Iterable<Remark> {
  for (const protocol of PROTOCOLS) {
    const list = node.spec.at(protocol);
    if (list.exists && !list.isList && !list.isUnknown) {
      yield remark(list, `must be a list of routes, got ${shown(list.value)}`, 'write a list', { about: rollout });
    }
    if (list.isList && protocol !== 'http' && list.items().length === 0) {
      yield remark(list, 'must have a route, got none: the controller breaks down at it each time it looks at the Rollout', 'take it out', { class: 'broken', about: rollout });
    }
    for (const route of list.items().filter((each) => !each.isMap && !each.isUnknown)) {
      yield remark(route, `must be a route, got ${shown(route.value)}`, 'write route: [{ destination: { host: ... } }]', { about: rollout });
    }
  }
}
