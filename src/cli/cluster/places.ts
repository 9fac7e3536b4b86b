import { ABROAD, EVERY_KIND } from './kinds';
import { CLUSTER_ANALYSIS_TEMPLATE } from '../../graph/analysis-template';
import { GatewayRouteNode } from '../../graph/gateway-route';
import { gatewayUses } from '../../graph/gateway-use';
import type { Graph } from '../../graph/graph';
import { isDnsLabel } from '../../manifests/names';

/** A namespace, and what of it to ask for. */
export interface Place {
  /** Undefined: the one that kubectl takes where none is said. */
  readonly namespace: string | undefined;
  readonly kinds: ReadonlySet<string>;
}

/**
 * The namespaces that objects use, `implied` for those that say none: first their own, then those in which they name routes and Gateways. A text
 * that no namespace can have, such as what envsubst fills in later, is none.
 */
export function placesOf(graph: Graph, kinds: ReadonlySet<string>, implied: string | undefined): readonly Place[] {
  const concerned = graph.nodes.filter(({ groupKind }) => EVERY_KIND.has(groupKind) && groupKind !== CLUSTER_ANALYSIS_TEMPLATE);
  const home = new Set(concerned.map(({ namespace = implied }) => namespace).filter((namespace) => namespace === undefined || isDnsLabel(namespace)));
  const abroad = new Set(namedAbroad(graph).filter((namespace) => namespace !== undefined && isDnsLabel(namespace) && !home.has(namespace)));
  return [
    ...[...home].map((namespace) => ({ namespace, kinds })),
    ...[...abroad].map((namespace) => ({ namespace, kinds: new Set([...kinds].filter((kind) => ABROAD.has(kind))) })),
  ];
}

function namedAbroad(graph: Graph): readonly (string | undefined)[] {
  return [
    ...gatewayUses(graph.rollouts, graph.index).map(({ namespace }) => namespace),
    ...graph.istio.flatMap(({ virtualServices }) => virtualServices.map(({ namespace }) => namespace)),
    ...graph.nodes.filter((node) => node instanceof GatewayRouteNode).flatMap(({ parents }) => parents.map(({ namespace }) => namespace)),
  ];
}
