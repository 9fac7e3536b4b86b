import type { Field } from '../../graph/field';
import type { RolloutNode } from '../../graph/rollout';
import type { FindingClass } from '../finding';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Routers that always send traffic to a stable and a canary Service. */
const BY_SERVICE = ['smi', 'apisix', 'ambassador', 'nginx', 'appMesh', 'traefik'];
/** Plugins that look both Services up by name. */
const PLUGINS = { 'argoproj-labs/gatewayAPI': 'Gateway API', 'argoproj-labs/contour': 'Contour', 'argoproj-labs/openshift': 'OpenShift' };

export const routerServices: Rule = {
  id: 'router-services',
  class: 'refused',
  summary: 'a router has a stable and a canary Service to send traffic to',
  why: 'the controller refuses a router without them; an empty trafficRouting is accepted, and then no traffic ever moves',
  covers: ['CA-08', 'CA-09', 'GAP-01'],
  check: (graph) => forEachRolloutWith(graph, ['trafficRouting'], function* (rollout): Iterable<Remark> {
    const routing = rollout.trafficRouting;
    if (routing.isMap && rollout.routers.length === 0) {
      yield remark(
        routing, 'names no router, so the canary gets pods but never a request',
        'name one, such as nginx: { stableIngress: ... }, or drop trafficRouting', { class: 'broken' },
      );
    }
    const need = needFor(rollout);
    for (const role of ['stable', 'canary'] as const) {
      const field = rollout.canary.at(`${role}Service`);
      if (need !== undefined && !isNamed(field)) {
        yield remark(
          field, `must name the Service of the ${role} pods, which the ${need.router} router sends traffic to, got nothing`,
          `${write(field, `${rollout.name ?? 'its name'}${role === 'stable' ? '' : '-canary'}`)}, and add that Service`, { class: need.class },
        );
      }
    }
  }),
};

/** The router that cannot do without Services, and what happens if it has to. */
function needFor(rollout: RolloutNode): { router: string; class: FindingClass } | undefined {
  const routing = rollout.trafficRouting;
  const takesTurns = rollout.canary.at('pingPong').exists;
  // with one of the two, Istio no longer looks at those that take turns
  const isHalfNamed = ['stable', 'canary'].some((role) => isNamed(rollout.canary.at(`${role}Service`)));
  const router = rollout.routers.find((each) => BY_SERVICE.includes(each) || (!takesTurns && each === 'alb')
    || ((!takesTurns || isHalfNamed) && each === 'istio' && !routing.at('istio', 'destinationRule').exists));
  if (router !== undefined) {
    return { router, class: 'refused' };
  }
  // of Services that take turns another rule says what they need
  if (takesTurns) {
    return undefined;
  }
  // the controller asks nothing of plugins, and these fail
  const [, plugin] = Object.entries(PLUGINS).find(([name]) => routing.at('plugins', name).exists) ?? [];
  return plugin === undefined ? undefined : { router: plugin, class: 'broken' };
}

function isNamed(field: Field): boolean {
  return field.exists && field.text !== '';
}
