import type { GatewayRouteNode, GatewayRule } from '../../graph/gateway-route';
import { gatewayUses } from '../../graph/gateway-use';
import type { GatewayUse } from '../../graph/gateway-use';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const gatewayBackends: Rule = {
  id: 'gateway-backends',
  class: 'broken',
  summary: 'a rule of each route leads to both versions, and no other rule to one of them alone',
  why: 'the plugin fails without such a rule; and it writes weights to one version in every rule, also 0, '
    + 'and takes a rule to the canary alone for one of its own and away',
  covers: [],
  *check(graph): Iterable<Remark> {
    for (const use of gatewayUses(graph.rollouts, graph.index)) {
      const [stable, canary] = use.versions;
      for (const { node } of use.routes) {
        if (node?.isKnown === true && stable !== undefined && canary !== undefined) {
          yield* judge(node, use, stable, canary);
        }
      }
    }
  },
};

function* judge(node: GatewayRouteNode, { rollout }: GatewayUse, stable: string, canary: string): Iterable<Remark> {
  const managed = rollout.trafficRouting.at('managedRoutes').items().map((route) => route.textAt('name'));
  const rules = node.rules.filter(({ name }) => name === undefined || !managed.some((base) => base !== undefined && isNamedAfter(name, base)));
  if (!rules.some((rule) => rule.leadsTo(stable) && rule.leadsTo(canary))) {
    yield remark(
      node.spec.at('rules'), `must have a rule that leads to Services ${stable} and ${canary}, whose weights Rollout ${rollout.name ?? ''} writes here, and has none`,
      'name both of them in the backendRefs of a rule', { about: rollout },
    );
    return;
  }
  for (const rule of rules) {
    yield* alone(rule, rollout, stable, canary);
  }
}

function* alone(rule: GatewayRule, rollout: GatewayUse['rollout'], stable: string, canary: string): Iterable<Remark> {
  if (rule.leadsTo(stable) === rule.leadsTo(canary)) {
    return;
  }
  const [service, other] = rule.leadsTo(stable) ? [stable, canary] : [canary, stable];
  const isTurn = service === canary || rollout.service('stable')?.name !== stable;
  const then = isTurn && rule.backends.length === 1
    ? 'takes it for a rule of its own steps, and away when a release ends'
    : `also writes its weight there, which is 0 while all requests go to Service ${other}`;
  yield remark(
    rule.field.at('backendRefs'), `must lead to both versions or to neither, got Service ${service} alone: Rollout ${rollout.name ?? ''} ${then}`,
    'move the rule to a route that no Rollout names, or name both Services', { about: rollout },
  );
}

/** The plugin numbers the rules of a step from the second on: `internal`, `internal-1`. */
function isNamedAfter(name: string, base: string): boolean {
  return name === base || (name.startsWith(`${base}-`) && /^\d+$/.test(name.slice(base.length + 1)));
}
