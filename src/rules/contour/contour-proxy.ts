import type { Field } from '../../graph/field';
import { ResourceNode } from '../../graph/resource-node';
import type { RolloutNode } from '../../graph/rollout';
import { addOrRename, onlyName } from '../missing-object';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const HTTP_PROXY = 'HTTPProxy.projectcontour.io';

export const contourProxy: Rule = {
  id: 'contour-proxy',
  class: 'broken',
  summary: 'the HTTPProxies that the plugin of Contour is told of exist, and their routes to the canary lead to both versions, with weights that are 100 together',
  why: 'the controller accepts the Rollout, and then the plugin fails whenever it writes a weight; a proxy without such a route gets none, and nobody notices',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ['plugins'], function* (rollout): Iterable<Remark> {
    const settings = rollout.trafficRouting.at('plugins', 'argoproj-labs/contour');
    const proxies = settings.at('httpProxies');
    if (settings.isMap && !proxies.isUnknown && proxies.items().length === 0) {
      yield remark(proxies, 'must name an HTTPProxy, got none', `write httpProxies: [${onlyName(rollout.namespace, graph.index.ofKind(HTTP_PROXY))}]`);
    }
    for (const field of proxies.items()) {
      const name = field.text;
      const node = name === undefined ? undefined : graph.index.find(HTTP_PROXY, rollout.namespace, name);
      if (node instanceof ResourceNode) {
        yield* judge(node, rollout);
      } else if (name !== undefined) {
        yield remark(
          field, `names HTTPProxy ${name}, which is not in the input`, addOrRename(field, { kind: 'HTTPProxy', name, namespace: rollout.namespace }, graph.index.ofKind(HTTP_PROXY)),
          { missing: { kind: 'HTTPProxy', name } },
        );
      }
    }
  }),
};

function* judge(node: ResourceNode, rollout: RolloutNode): Iterable<Remark> {
  const stable = rollout.service('stable')?.name;
  const canary = rollout.service('canary')?.name;
  const routes = node.spec.at('routes');
  if (stable === undefined || canary === undefined || node.spec.isUnknown || routes.isUnknown || !routes.items().every(isKnown)) {
    return;
  }
  const split = routes.items().filter((route) => leadsTo(route, canary));
  if (split.length === 0) {
    yield remark(
      routes, `must have a route that leads to Services ${stable} and ${canary}, whose weights Rollout ${rollout.name ?? ''} writes here, and has none`,
      'name both of them in the services of a route', { about: rollout },
    );
  }
  for (const route of split) {
    const services = route.at('services');
    // mirrored requests have no weight of their own
    const weight = services.items().filter((service) => service.at('mirror').boolean !== true).reduce((sum, service) => sum + (service.at('weight').number ?? 0), 0);
    if (!leadsTo(route, stable)) {
      yield remark(
        services, `must lead to Service ${stable} of the stable version as well, since Rollout ${rollout.name ?? ''} writes its weights here, and does not`,
        `add name: ${stable} and its port`, { about: rollout },
      );
    } else if (weight !== 100 && services.items().every((service) => !service.at('weight').isUnknown)) {
      yield remark(services, `must have weights that are 100 together, which the plugin asks for, got ${weight}`, `write weight: 100 at ${stable}, and weight: 0 at ${canary}`, { about: rollout });
    }
  }
}

function leadsTo(route: Field, name: string): boolean {
  return route.at('services').items().some((service) => service.textAt('name') === name);
}

function isKnown(route: Field): boolean {
  return !route.isUnknown && !route.at('services').isUnknown && route.at('services').items().every((service) => !service.isUnknown && !service.at('name').isUnknown);
}
