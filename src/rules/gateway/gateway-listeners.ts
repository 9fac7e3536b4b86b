import { GATEWAY, GatewayNode } from '../../graph/gateway';
import type { ListenerNode } from '../../graph/gateway';
import { aRoute } from '../../graph/gateway-route';
import type { GatewayRouteNode, RouteParent } from '../../graph/gateway-route';
import { gatewayUses } from '../../graph/gateway-use';
import type { Graph } from '../../graph/graph';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest } from '../wording';

export const gatewayListeners: Rule = {
  id: 'gateway-listeners',
  class: 'broken',
  summary: 'the Gateway of a route has a listener that takes it, and its hosts',
  why: 'the Gateway does not accept the route, the controller writes weights that nobody reads, and every request goes where it went before, or nowhere',
  covers: [],
  *check(graph): Iterable<Remark> {
    const judged = new Set<GatewayRouteNode>();
    for (const { node } of gatewayUses(graph.rollouts, graph.index).flatMap(({ routes }) => routes)) {
      if (node !== undefined && !judged.has(node)) {
        judged.add(node);
        yield* judge(node, graph);
      }
    }
  },
};

function* judge(route: GatewayRouteNode, graph: Graph): Iterable<Remark> {
  const accepting: ListenerNode[] = [];
  let all = !route.spec.at('parentRefs').isUnknown;
  for (const parent of route.parents) {
    const gateway = parent.kind === 'Gateway' && parent.name !== undefined && !parent.field.at('namespace').isUnknown
      ? graph.index.find(GATEWAY, parent.namespace, parent.name) : undefined;
    if (gateway instanceof GatewayNode && gateway.isKnown && !parent.field.at('sectionName').isUnknown && !parent.field.at('port').exists) {
      const { taking, wrong } = listenersFor(parent, gateway, route);
      accepting.push(...taking);
      if (wrong !== undefined) {
        all = false;
        yield wrong;
      }
    } else {
      all = false;
    }
  }
  if (all && accepting.length > 0) {
    yield* hosts(route, accepting);
  }
}

/** The listeners of a Gateway that take the route, or why there is none. */
function listenersFor(parent: RouteParent, gateway: GatewayNode, route: GatewayRouteNode): { taking: readonly ListenerNode[]; wrong?: Remark } {
  const called = `Gateway ${gateway.name ?? ''}`;
  const { listener } = parent;
  const named = gateway.listeners.filter(({ name }) => listener === undefined || name === listener);
  const names = gateway.listeners.flatMap(({ name }) => name ?? []);
  if (named.length === 0) {
    const meant = nearest(listener ?? '', names);
    return {
      taking: [],
      wrong: remark(
        parent.field.at('sectionName'), `must be a listener of ${called}, got ${listener}; it has ${names.length === 0 ? 'none' : listed(names)}`,
        meant === undefined ? 'write the name of one, or leave it out' : `write sectionName: ${meant}`, { about: gateway },
      ),
    };
  }
  const ofKind = named.filter((each) => each.takesKind(route.kind));
  if (ofKind.length === 0) {
    return {
      taking: [],
      wrong: remark(
        parent.field, `must be a Gateway with a listener for ${aRoute(route.kind)}, and ${called} has none`, `add a listener whose protocol and allowedRoutes take ${aRoute(route.kind)}`, { about: gateway },
      ),
    };
  }
  const taking = ofKind.filter((each) => each.takesFrom(route));
  return taking.length > 0 ? { taking } : {
    taking,
    wrong: remark(
      parent.field, `must be a Gateway that takes routes of namespace ${route.namespace ?? ''}, and ${called} takes those of ${gateway.namespace ?? 'its own'} alone`,
      'write allowedRoutes: { namespaces: { from: All } } at its listener, or a selector', { about: gateway },
    ),
  };
}

function* hosts(route: GatewayRouteNode, listeners: readonly ListenerNode[]): Iterable<Remark> {
  for (const host of route.spec.at('hostnames').items()) {
    const { text } = host;
    if (text !== undefined && !listeners.some((listener) => listener.takesHost(text))) {
      const taken = listeners.flatMap(({ field }) => field.textAt('hostname') ?? []);
      yield remark(host, `must be a host that a listener of its Gateway takes, got ${text}; they take ${listed(taken)}`, taken.length === 1 && !taken[0].startsWith('*') ? `${write(host, taken[0])}, or add a listener for it` : 'write one of these, or add a listener for it', { about: listeners[0].field.node });
    }
  }
}
