import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { GATEWAY, GatewayNode } from '../../graph/gateway';
import type { ListenerNode } from '../../graph/gateway';
import type { Graph } from '../../graph/graph';
import { write } from '../fix';
import { addOrRename } from '../missing-object';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest } from '../wording';

export const canaryGateways: Rule = {
  id: 'canary-gateways',
  class: 'broken',
  summary: 'the Gateways of a Canary exist, and take the HTTPRoute that Flagger makes, with its hosts',
  why: 'while the Gateway does not accept the HTTPRoute, Flagger ends every interval with an event and does nothing else',
  covers: ['FG-13', 'FG-14'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    if (canary.provider?.startsWith('gatewayapi') === true) {
      yield* judge(canary, graph);
    }
  }),
};

function* judge(canary: CanaryNode, graph: Graph): Iterable<Remark> {
  const references = canary.service.at('gatewayRefs');
  const taking: ListenerNode[] = [];
  let all = !references.isUnknown && references.items().length > 0;
  for (const reference of references.items()) {
    const name = reference.textAt('name');
    const isGateway = (reference.textAt('kind') ?? 'Gateway') === 'Gateway' && !reference.at('namespace').isUnknown;
    const namespace = reference.textAt('namespace') ?? canary.namespace;
    const gateway = isGateway && name !== undefined ? graph.index.find(GATEWAY, namespace, name) : undefined;
    if (isGateway && name !== undefined && gateway === undefined) {
      yield missing(reference, name, namespace, graph);
    }
    if (!(gateway instanceof GatewayNode) || !gateway.isKnown || reference.at('sectionName').isUnknown || reference.has('port')) {
      all = false;
      continue;
    }
    const { listeners, wrong } = listenersOf(reference, gateway, canary);
    taking.push(...listeners);
    if (wrong !== undefined) {
      all = false;
      yield wrong;
    }
  }
  if (all) {
    yield* hosts(canary, taking);
  }
}

function missing(reference: Field, name: string, namespace: string | undefined, { index }: Graph): Remark {
  const elsewhere = index.named(GATEWAY, name)[0]?.namespace;
  return elsewhere === undefined || namespace === undefined
    ? remark(
      reference.at('name'), `names Gateway ${name}, which is not in the input`,
      addOrRename(reference.at('name'), { kind: 'Gateway', name, namespace }, index.ofKind(GATEWAY)), { missing: { kind: 'Gateway', name } },
    )
    : remark(
      reference.at('namespace'), `must be the namespace of Gateway ${name}, ${elsewhere}, got ${reference.has('namespace') ? namespace : `none, which is ${namespace}`}`,
      write(reference.at('namespace'), elsewhere), { missing: { kind: 'Gateway', name } },
    );
}

/** The listeners that take the route, or why there is none. */
interface Found {
  readonly listeners: readonly ListenerNode[];
  readonly wrong?: Remark;
}

function listenersOf(reference: Field, gateway: GatewayNode, canary: CanaryNode): Found {
  const section = reference.at('sectionName');
  const called = `Gateway ${gateway.name ?? ''}`;
  const named = gateway.listeners.filter(({ name }) => section.text === undefined || name === section.text);
  if (named.length === 0) {
    const names = gateway.listeners.flatMap(({ name }) => name ?? []);
    const meant = nearest(section.text ?? '', names);
    const got = `${section.text ?? 'none'}; it has ${names.length === 0 ? 'none' : listed(names)}`;
    return { listeners: [], wrong: remark(section, `must be a listener of ${called}, got ${got}`, meant === undefined ? 'drop it, or write the name of one' : write(section, meant), { about: gateway }) };
  }
  const ofKind = named.filter((each) => each.takesKind('HTTPRoute'));
  const listeners = ofKind.filter((each) => each.takesFrom(canary));
  if (ofKind.length === 0) {
    return { listeners, wrong: remark(reference, `must be a Gateway with a listener for an HTTPRoute, and ${called} has none`, 'write protocol: HTTP at a listener of it', { about: gateway }) };
  }
  return listeners.length > 0 ? { listeners } : {
    listeners,
    wrong: remark(
      reference, `must be a Gateway that takes routes of namespace ${canary.namespace ?? ''}, and ${called} takes those of ${gateway.namespace ?? 'its own'} alone`,
      'write allowedRoutes: { namespaces: { from: All } } at its listener, or a selector', { about: gateway },
    ),
  };
}

function* hosts({ service }: CanaryNode, listeners: readonly ListenerNode[]): Iterable<Remark> {
  for (const host of service.at('hosts').items()) {
    const { text } = host;
    if (text !== undefined && !listeners.some((listener) => listener.takesHost(text))) {
      const taken = [...new Set(listeners.flatMap(({ field }) => field.textAt('hostname') ?? []))];
      yield remark(
        host, `must be a host that a listener of its Gateway takes, got ${text}; they take ${listed(taken)}`,
        taken.length === 1 && !taken[0].startsWith('*') ? `${write(host, taken[0])}, or add a listener for it` : 'write one of these, or add a listener for it',
        { about: listeners[0].field.node },
      );
    }
  }
}
