import { aRoute } from '../../graph/gateway-route';
import type { GatewayRouteNode, RouteBackend } from '../../graph/gateway-route';
import { gatewayUses } from '../../graph/gateway-use';
import type { GatewayUse } from '../../graph/gateway-use';
import type { Graph } from '../../graph/graph';
import { REFERENCE_GRANT, ReferenceGrantNode } from '../../graph/reference-grant';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const gatewayReferences: Rule = {
  id: 'gateway-references',
  class: 'broken',
  summary: 'a route in another namespace than the Services says where they are, and a ReferenceGrant there lets it',
  why: 'the Gateway answers 500 for the share of a Service that it does not find, or may not send requests to',
  covers: [],
  *check(graph): Iterable<Remark> {
    for (const use of gatewayUses(graph.rollouts, graph.index)) {
      const services = use.rollout.services.map(({ name }) => name);
      for (const { node } of use.routes) {
        const backends = node?.isKnown === true ? node.rules.flatMap((rule) => rule.backends) : [];
        for (const backend of backends.filter(({ service }) => service !== undefined && services.includes(service))) {
          yield* judge(node!, backend, use, graph);
        }
      }
    }
  },
};

function* judge(node: GatewayRouteNode, { field, service, namespace }: RouteBackend, { rollout }: GatewayUse, graph: Graph): Iterable<Remark> {
  const home = rollout.namespace;
  const place = field.at('namespace');
  if (home === undefined || node.namespace === undefined || place.isUnknown || service === undefined) {
    return;
  }
  if (namespace !== home) {
    yield remark(
      place, `must be the namespace of Service ${service} of Rollout ${rollout.name ?? ''}, ${home}, got ${place.exists ? namespace : `none, which is ${node.namespace}`}`,
      place.exists && node.namespace === home ? 'drop it' : write(place, home), { about: rollout },
    );
  } else if (node.namespace !== home && !isLet(node, service, home, graph)) {
    yield remark(
      field, `needs a ReferenceGrant in namespace ${home}, which lets ${aRoute(node.kind)} of ${node.namespace} refer to Service ${service}, and there is none in the input`,
      `add one to ${home}`, { about: rollout, onlyIfComplete: true },
    );
  }
}

function isLet(node: GatewayRouteNode, service: string, home: string, graph: Graph): boolean {
  return graph.index.ofKind(REFERENCE_GRANT)
    .some((grant) => grant instanceof ReferenceGrantNode && (grant.namespace ?? home) === home && grant.lets(node, service));
}
