import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { ResourceNode } from '../../graph/resource-node';
import type { RolloutNode } from '../../graph/rollout';
import { write } from '../fix';
import { addOrRename, onlyName } from '../missing-object';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

const ROUTE = 'Route.route.openshift.io';

export const openshiftRoute: Rule = {
  id: 'openshift-route',
  class: 'broken',
  summary: 'the Routes that the plugin of OpenShift is told of exist beside the Rollout, lead to the stable version, and to nothing else but the canary',
  why: 'the controller accepts the Rollout, and then the plugin fails, or writes weights to a Service that is none of the rollout; '
    + 'other backends of the Route are taken away with the first weight',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ['plugins'], function* (rollout): Iterable<Remark> {
    const settings = rollout.trafficRouting.at('plugins', 'argoproj-labs/openshift');
    const routes = settings.at('routes');
    if (settings.isMap && !routes.isUnknown && routes.items().length === 0) {
      yield remark(routes, 'must name a Route, got none', `write routes: [${onlyName(rollout.namespace, graph.index.ofKind(ROUTE))}]`);
    }
    for (const field of routes.items()) {
      if (field.text !== undefined) {
        yield* judge(field, field.text, rollout, graph);
      }
    }
  }),
};

function* judge(field: Field, written: string, rollout: RolloutNode, graph: Graph): Iterable<Remark> {
  const [first, second] = written.split('/');
  const [namespace, name] = second === undefined ? [rollout.namespace, first] : [first, second];
  if (rollout.namespace !== undefined && namespace !== rollout.namespace) {
    yield remark(
      field, `must be a Route of namespace ${rollout.namespace}, where the plugin writes it back to, got ${written}`,
      `${write(field, name)}, and move the Route to ${rollout.namespace}`,
    );
    return;
  }
  const node = graph.index.find(ROUTE, namespace, name);
  if (node instanceof ResourceNode) {
    yield* backends(node, rollout);
  } else {
    yield remark(field, `names Route ${name}, which is not in the input`, addOrRename(field, { kind: 'Route', name, namespace }, graph.index.ofKind(ROUTE)), { missing: { kind: 'Route', name } });
  }
}

function* backends(node: ResourceNode, rollout: RolloutNode): Iterable<Remark> {
  const to = node.spec.at('to', 'name');
  const stable = rollout.service('stable')?.name;
  if (stable !== undefined && to.text !== undefined && to.text !== stable) {
    yield remark(to, `must be Service ${stable} of the stable version, since Rollout ${rollout.name ?? ''} writes its weight here, got ${to.text}`, write(to, stable), { about: rollout });
  }
  const canary = rollout.service('canary')?.name;
  const others = node.spec.at('alternateBackends').items().filter((backend) => {
    const name = backend.textAt('name');
    return canary !== undefined && name !== undefined && name !== canary;
  });
  if (others.length > 0) {
    yield remark(
      node.spec.at('alternateBackends'), `must be Service ${canary} of the canary alone, since the plugin takes others away, got ${listed(others.map((backend) => backend.textAt('name') ?? ''))}`,
      'use a Route of its own for them', { about: rollout },
    );
  }
}
