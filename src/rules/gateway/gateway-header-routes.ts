import type { Field } from '../../graph/field';
import { gatewayUses } from '../../graph/gateway-use';
import type { GatewayUse } from '../../graph/gateway-use';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const gatewayHeaderRoutes: Rule = {
  id: 'gateway-header-routes',
  class: 'broken',
  summary: 'rules that header steps add through the Gateway API have a route that takes them, names of their own, and are taken away together',
  why: 'the plugin does nothing for a route that is not marked, knows its rules by name, takes all of them away with the first, '
    + 'and looks for the Service of the canary beside the route',
  covers: [],
  *check(graph): Iterable<Remark> {
    for (const use of gatewayUses(graph.rollouts, graph.index)) {
      const steps = use.rollout.steps.filter((step) => step.has('setHeaderRoute')).map((step) => step.at('setHeaderRoute'));
      const [first] = steps.filter((step) => step.at('match').items().length > 0);
      if (first !== undefined) {
        yield* reached(first, use);
        yield* namedAlike(use);
        yield* takenTogether(steps);
      }
    }
  },
};

function* reached(first: Field, { routes, hasOthers, namespace, rollout, settings }: GatewayUse): Iterable<Remark> {
  if (routes.length > 0 && !hasOthers && !routes.some(({ takesHeaderRoutes }) => takesHeaderRoutes)) {
    const able = routes.filter(({ kind }) => kind === 'HTTPRoute' || kind === 'GRPCRoute');
    yield remark(
      first, `does nothing: ${able.length === 0 ? 'connections have no headers' : 'no route of the plugin has useHeaderRoutes: true'}`,
      able.length === 0 ? 'drop the step, or name an HTTPRoute' : `write it beside ${listed(able.map(({ name }) => name))}`,
    );
  }
  if (rollout.namespace !== undefined && namespace !== rollout.namespace && !settings.at('namespace').isUnknown) {
    yield remark(
      settings.at('namespace'), `must be the namespace of Rollout ${rollout.name ?? ''} where steps route by headers, since the plugin looks for the canary's Service beside the route, got ${namespace}`,
      `move the route to ${rollout.namespace}, or drop the header steps`,
    );
  }
}

/** The API server refuses a route with any other. */
const RULE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

function* namedAlike({ rollout, routes }: GatewayUse): Iterable<Remark> {
  for (const managed of rollout.trafficRouting.at('managedRoutes').items()) {
    const name = managed.textAt('name');
    if (name !== undefined && !RULE_NAME.test(name)) {
      yield remark(
        managed.at('name'), `must be a name that a rule of a route can have, lower-case letters, digits, dashes and dots, got ${name}`,
        `${write(managed.at('name'), name.toLowerCase().replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'added')}, and in the steps`,
      );
    }
    for (const { node, kind, name: route, takesHeaderRoutes } of routes) {
      const twin = takesHeaderRoutes && node?.isKnown === true ? node.rules.find((rule) => rule.name !== undefined && rule.name === name) : undefined;
      // what it left behind itself leads to the canary alone
      if (twin !== undefined && twin.backends.length > 1) {
        yield remark(
          managed.at('name'), `must not be the name of a rule that ${kind} ${route} has already: the plugin takes it away when the rollout ends`,
          `${write(managed.at('name'), `${name}-2`)}, and in the steps`, { about: node },
        );
      }
    }
  }
}

/** A step that takes one away takes all of them. */
function* takenTogether(steps: readonly Field[]): Iterable<Remark> {
  const there = new Set<string>();
  for (const step of steps) {
    const name = step.textAt('name') ?? '';
    if (step.at('match').items().length > 0) {
      there.add(name);
    } else if (!step.at('match').isUnknown) {
      there.delete(name);
      if (there.size > 0) {
        yield remark(
          step, `takes away the rules of all header steps, also ${listed([...there])}, and not only ${name}`,
          'take them away in the same place, or send both kinds of requests by one route', { class: 'risky' },
        );
      }
      there.clear();
    }
  }
}
