import type { CanaryNode } from '../../graph/canary';
import { INGRESS, IngressNode } from '../../graph/ingress';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const canaryIngressRules: Rule = {
  id: 'canary-ingress-rules',
  class: 'broken',
  summary: 'the Ingress of a Canary is one that Flagger can read and copy',
  why: 'Flagger takes it for granted that each rule has paths, that those to the Service name a port that its own Services have, and, for Skipper, that there are '
    + 'annotations: at what is not there its process ends, and with it every other Canary, and a port that is not there is answered with 503',
  covers: ['FN-03', 'FN-04', 'FN-10'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const name = canary.provider === 'nginx' || canary.provider === 'skipper' ? canary.spec.at('ingressRef').textAt('name') : undefined;
    const node = name === undefined ? undefined : graph.index.find(INGRESS, canary.namespace, name);
    if (node instanceof IngressNode) {
      yield* judge(node, canary);
    }
  }),
};

function* judge(node: IngressNode, canary: CanaryNode): Iterable<Remark> {
  for (const rule of node.rules.filter((each) => each.isMap && !each.has('http') && !each.at('http').isUnknown)) {
    yield remark(rule, 'has no paths, and Flagger breaks down at it, for all its Canaries', 'drop the rule, or write http: { paths: ... }', { about: canary });
  }
  const annotations = node.metadata.at('annotations');
  if (canary.provider === 'skipper' && !annotations.isUnknown && annotations.keys().length === 0) {
    yield remark(
      annotations, 'must have an annotation, got none: Flagger breaks down where it would add its own, for all its Canaries',
      'write annotations: { kubernetes.io/ingress.class: skipper }', { about: canary },
    );
  }
  const { service, serviceName } = canary;
  const port = service.at('port').number;
  const name = service.has('portName') ? service.textAt('portName') : 'http';
  // what is found at the containers is there too
  if (serviceName === undefined || port === undefined || name === undefined || service.valueAt('portDiscovery') === true) {
    return;
  }
  for (const path of node.paths.filter((each) => each.service.text === serviceName)) {
    const { value } = path.port;
    if ((typeof value === 'number' && value !== port) || (typeof value === 'string' && value !== name && value !== String(port))) {
      yield remark(
        path.port, `must be the port of Service ${serviceName} that Flagger makes, ${port} by the name ${name}, got ${shown(value)}`,
        write(path.port, typeof value === 'number' ? port : name), { about: canary },
      );
    }
  }
}
