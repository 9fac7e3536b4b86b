import type { CanaryNode } from '../../graph/canary';
import { INGRESS } from '../../graph/ingress';
import { ResourceNode } from '../../graph/resource-node';
import { TRAEFIK_SERVICE } from '../../graph/traefik-service';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

type Written = readonly [kind: string, name: string];

export const canaryOwnRoute: Rule = {
  id: 'canary-own-route',
  class: 'risky',
  summary: 'what Flagger makes to split the traffic is not in the manifests too',
  why: 'Flagger writes its own rules over it, all others are lost, and whatever applies the manifest again takes the weights back in the middle of a release',
  covers: ['FG-12', 'FI-05'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    for (const [kind, name] of writtenFor(canary)) {
      const node = graph.index.find(kind, canary.namespace, name);
      if (node instanceof ResourceNode) {
        yield remark(node.metadata.at('name'), `must be a name that Flagger does not use, got ${name}, which it makes for ${canary.resource}`, `drop this ${node.kind}`, { about: canary });
      }
    }
  }),
};

function writtenFor({ provider, serviceName, spec }: CanaryNode): readonly Written[] {
  if (serviceName === undefined) {
    return [];
  }
  const ofRef = (key: string, kind: string, name: (text: string) => string): readonly Written[] => {
    const text = spec.at(key).textAt('name');
    return text === undefined ? [] : [[kind, name(text)]];
  };
  switch (provider) {
    case 'gatewayapi:v1':
    case 'gatewayapi:v1beta1':
      return [['HTTPRoute.gateway.networking.k8s.io', serviceName]];
    case 'istio':
      return [
        ['VirtualService.networking.istio.io', serviceName],
        ...['primary', 'canary'].map((version): Written => ['DestinationRule.networking.istio.io', `${serviceName}-${version}`]),
      ];
    case 'traefik':
      return [[TRAEFIK_SERVICE, serviceName]];
    case 'contour':
      return [['HTTPProxy.projectcontour.io', serviceName]];
    case 'gloo':
      return [['RouteTable.gateway.solo.io', serviceName]];
    case 'linkerd':
      return [['TrafficSplit.split.smi-spec.io', serviceName]];
    case 'kuma':
      return [['TrafficRoute.kuma.io', serviceName]];
    case 'nginx':
    case 'skipper':
      return ofRef('ingressRef', INGRESS, (name) => `${name}-canary`);
    case 'apisix':
      return ofRef('routeRef', 'ApisixRoute.apisix.apache.org', (name) => `${name}-${serviceName}-canary`);
    default:
      return [];
  }
}
