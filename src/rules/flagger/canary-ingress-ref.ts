import type { CanaryNode } from '../../graph/canary';
import type { Graph } from '../../graph/graph';
import { INGRESS, IngressNode } from '../../graph/ingress';
import { mayBeSameNamespace } from '../../manifests/namespaces';
import { write } from '../fix';
import { addOrRename } from '../missing-object';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const canaryIngressRef: Rule = {
  id: 'canary-ingress-ref',
  class: 'broken',
  summary: 'the Ingress of a Canary exists, leads to its Service, and is that of no other Canary',
  why: 'Flagger copies it as <name>-canary and puts the Service of the canary in the place of its own: without one there is nothing to put it in, '
    + 'and two Canaries would write one copy in turn',
  covers: ['FN-02', 'FN-05', 'FN-06', 'FN-11'],
  check: function* (graph): Iterable<Remark> {
    const taken: CanaryNode[] = [];
    for (const canary of graph.canaries.filter(({ provider }) => provider === 'nginx' || provider === 'skipper')) {
      const field = canary.spec.at('ingressRef', 'name');
      if (field.text !== undefined && field.text !== '') {
        yield* judge(canary, field.text, graph);
        const other = taken.find((each) => each.spec.at('ingressRef', 'name').text === field.text && mayBeSameNamespace(each.namespace, canary.namespace));
        if (other !== undefined) {
          yield remark(
            field, `names Ingress ${field.text}, which ${other.resource} names too: both write Ingress ${field.text}-canary`,
            'give each of them an Ingress of its own', { about: other },
          );
        }
        taken.push(canary);
      }
    }
  },
};

function* judge(canary: CanaryNode, name: string, { index, ingresses }: Graph): Iterable<Remark> {
  const field = canary.spec.at('ingressRef', 'name');
  const service = canary.serviceName;
  const node = index.find(INGRESS, canary.namespace, name);
  if (!(node instanceof IngressNode)) {
    yield remark(
      field, `names Ingress ${name}, which is not in the input`,
      addOrRename(field, { kind: 'Ingress', name, namespace: canary.namespace }, index.ofKind(INGRESS)), { missing: { kind: 'Ingress', name } },
    );
    return;
  }
  const backends = node.paths.map(({ service: backend }) => backend);
  const isKnown = !node.spec.at('rules').isUnknown && backends.every((backend) => backend.text !== undefined || !backend.isUnknown);
  if (service === undefined || !isKnown) {
    return;
  }
  if (!leadsTo(node, service)) {
    const names = [...new Set(backends.flatMap(({ text }) => text ?? []))];
    const only = backends.length === 1 ? backends[0] : undefined;
    yield remark(
      only ?? field, `must lead to Service ${service} of ${canary.resource}, got ${names.length === 0 ? 'no Service' : listed(names)}`,
      only === undefined ? `add service: { name: ${service} } as a backend to Ingress ${name}` : write(only, service), { about: canary },
    );
    return;
  }
  const others = ingresses.filter((each) => each !== node && each.name !== `${name}-canary` && each.namespace === canary.namespace && leadsTo(each, service));
  for (const other of others) {
    yield remark(
      field, `is one of several that lead to Service ${service}: what comes by Ingress ${other.name ?? ''} is not split, and all of it meets the primary`,
      'write the paths of both into one Ingress, if the canary is to have a share of both', { class: 'advice', about: other },
    );
  }
}

function leadsTo({ paths }: IngressNode, service: string): boolean {
  return paths.some(({ service: backend }) => backend.text === service);
}
