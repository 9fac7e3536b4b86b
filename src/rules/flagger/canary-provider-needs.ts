import { APISIX_ROUTE } from '../../graph/apisix-route';
import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { GATEWAY } from '../../graph/gateway';
import type { Graph } from '../../graph/graph';
import { INGRESS } from '../../graph/ingress';
import { write } from '../fix';
import { addOrRename, onlyName } from '../missing-object';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** What Gloo sends requests to. */
const UPSTREAM = 'Upstream.gloo.solo.io';

export const canaryProviderNeeds: Rule = {
  id: 'canary-provider-needs',
  class: 'broken',
  summary: 'a Canary names what its provider cannot do without, and that is there',
  why: 'Flagger fails at it at every interval, with an event and no failed check, and the Canary stays in the phase Initializing for ever',
  covers: ['FN-01', 'FG-01', 'FAM-01', 'FAP-01', 'FGL-01', 'FGL-03'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const { provider, support, spec, service } = canary;
    for (const need of support?.needs ?? []) {
      const field = need.split('.').reduce((place, key) => place.at(key), spec);
      if (isLacking(field)) {
        yield remark(field, `must be there for provider ${provider}, got none`, fixOf(need, canary, graph));
      }
    }
    if (provider === 'gloo') {
      yield* judgeUpstream(canary, graph);
    }
    const name = service.at('meshName');
    if (provider === 'appmesh' && name.text === '') {
      yield remark(name, 'must be the name of the mesh, got nothing', 'write the name of the Mesh');
    }
  }),
};

function* judgeUpstream({ spec, namespace: own }: CanaryNode, { index }: Graph): Iterable<Remark> {
  const upstream = spec.at('upstreamRef');
  const [field, namespace] = ['name', 'namespace'].map((key) => upstream.at(key));
  const { text: name } = field;
  if (!upstream.isMap || namespace.isUnknown) {
    return;
  }
  if ((namespace.text ?? '') === '') {
    yield remark(
      namespace, 'must be the namespace of the Upstream, got none: that of the Canary is not taken for it',
      own === undefined ? 'write namespace: ..., of the Canary' : write(namespace, own),
    );
  } else if (name !== undefined && index.find(UPSTREAM, namespace.text, name) === undefined) {
    yield remark(
      field, `names Upstream ${name}, which is not in the input`, addOrRename(field, { kind: 'Upstream', name, namespace: namespace.text }, index.ofKind(UPSTREAM)),
      { missing: { kind: 'Upstream', name } },
    );
  }
}

function isLacking(field: Field): boolean {
  if (field.isUnknown) {
    return false;
  }
  return field.isMap ? field.textAt('name') === '' : field.isList ? field.items().length === 0 : !field.exists;
}

function fixOf(need: string, { namespace }: CanaryNode, { index }: Graph): string {
  const only = (kind: string) => onlyName(namespace, index.ofKind(kind));
  switch (need) {
    case 'ingressRef':
      return `write ingressRef: { apiVersion: networking.k8s.io/v1, kind: Ingress, name: ${only(INGRESS)} }`;
    case 'routeRef':
      return `write routeRef: { apiVersion: apisix.apache.org/v2, kind: ApisixRoute, name: ${only(APISIX_ROUTE)} }`;
    case 'service.gatewayRefs': {
      const gateways = index.ofKind(GATEWAY);
      const [gateway] = gateways;
      return gateways.length === 1
        ? `write gatewayRefs: [{ name: ${gateway.name}, namespace: ${gateway.namespace ?? '...'} }]` : 'write gatewayRefs: [{ name: ..., namespace: ... }]';
    }
    default:
      return 'write meshName: ...';
  }
}
