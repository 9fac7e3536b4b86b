import { aRoute, GATEWAY_GROUP, GATEWAY_ROUTE_KINDS } from '../../graph/gateway-route';
import { GATEWAY_SETTINGS, gatewayUses } from '../../graph/gateway-use';
import type { GatewayRouteUse, GatewayUse } from '../../graph/gateway-use';
import type { Graph } from '../../graph/graph';
import { addOrRename, onlyName } from '../missing-object';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const gatewayRoute: Rule = {
  id: 'gateway-route',
  class: 'broken',
  summary: 'the routes that the plugin of the Gateway API is told of exist, and there is one',
  why: 'the controller accepts the Rollout, and then fails whenever it writes a weight: the release stands still',
  covers: [],
  *check(graph): Iterable<Remark> {
    for (const use of gatewayUses(graph.rollouts, graph.index)) {
      if (use.routes.length === 0 && !use.hasOthers) {
        yield remark(use.settings, 'must name a route, got none', `write httpRoute: ${onlyName(use.namespace, graph.index.ofKind(`HTTPRoute.${GATEWAY_GROUP}`))}`);
      }
      for (const route of use.settings.at('namespace').isUnknown ? [] : use.routes) {
        if (route.node === undefined) {
          yield missing(route, use, graph);
        }
      }
    }
  },
};

function missing({ field, kind, name }: GatewayRouteUse, use: GatewayUse, graph: Graph): Remark {
  const other = GATEWAY_ROUTE_KINDS.find((each) => use.find(each, name) !== undefined);
  if (other !== undefined) {
    return remark(
      field, `names ${kind} ${name}, and what has this name is ${aRoute(other)}`, `write it as ${GATEWAY_SETTINGS[other]}`,
      { about: use.find(other, name) },
    );
  }
  const place = use.namespace ?? 'its namespace';
  const elsewhere = graph.index.named(`${kind}.${GATEWAY_GROUP}`, name).map((node) => node.namespace ?? '');
  return elsewhere.length === 0
    ? remark(field, `names ${kind} ${name}, which is not in the input`, addOrRename(field, { kind, name, namespace: use.namespace }, graph.index.ofKind(`${kind}.${GATEWAY_GROUP}`)), { missing: { kind, name } })
    : remark(
      field, `names ${kind} ${name}, which is in namespace ${listed(elsewhere)}; the plugin looks in ${place}`,
      `write namespace: ${elsewhere[0]} in the settings of the plugin, or add ${kind} ${name} to ${place}`, { missing: { kind, name } },
    );
}
