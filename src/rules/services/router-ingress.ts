import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { INGRESS, IngressNode, OLD_INGRESS } from '../../graph/ingress';
import type { RolloutNode } from '../../graph/rollout';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

/** Where each router names its Ingresses. */
const ROUTERS = [
  { router: 'nginx', one: 'stableIngress', several: 'stableIngresses' },
  { router: 'alb', one: 'ingress', several: 'ingresses' },
] as const;

export const routerIngress: Rule = {
  id: 'router-ingress',
  class: 'refused',
  summary: 'the Ingress that a router splits exists, and sends traffic to the stable Service',
  why: 'the controller copies that rule for the canary; an Ingress without one gives it nothing to split, and the Rollout is refused as InvalidSpec',
  covers: ['RF-12', 'RF-13', 'RF-15', 'RF-16', 'RF-17', 'RF-18'],
  check: (graph) => forEachRollout(graph, function* (rollout): Iterable<Remark> {
    for (const { router, one, several } of ROUTERS) {
      const settings = rollout.trafficRouting.at(router);
      const [single, list] = [settings.at(one), settings.at(several)];
      if (settings.isMap && isSet(single) === isSet(list)) {
        const got = isSet(single) ? 'both' : 'neither';
        yield remark(settings, `must have either ${one} or ${several}, got ${got}`, isSet(single) ? `drop ${several}` : `write ${one}: and the name of the Ingress`);
      }
      // With an ALB beside it, the controller does not look at nginx.
      if (router === 'alb' || !rollout.trafficRouting.at('alb').exists) {
        const service = router === 'alb' && isSet(settings.at('rootService')) ? settings.at('rootService') : rollout.canary.at('stableService');
        for (const name of [single, ...list.items()]) {
          yield* judge(name, service, rollout, graph);
        }
      }
    }
  }),
};

function* judge(field: Field, service: Field, rollout: RolloutNode, graph: Graph): Iterable<Remark> {
  const name = field.text;
  if (name === undefined || name === '') {
    return;
  }
  const ingress = graph.index.find(INGRESS, rollout.namespace, name) ?? graph.index.find(OLD_INGRESS, rollout.namespace, name);
  if (!(ingress instanceof IngressNode)) {
    yield remark(field, `names Ingress ${name}, which is not in the input`, `add Ingress ${name} to ${rollout.namespace ?? 'its namespace'}, or correct the name`, { missing: { kind: 'Ingress', name } });
    return;
  }
  const { backends } = ingress;
  const isKnown = backends.every((backend) => backend.text !== undefined);
  if (isKnown && service.text !== undefined && service.text !== '' && !backends.some((backend) => backend.text === service.text)) {
    const names = [...new Set(backends.map((backend) => backend.text ?? ''))];
    const got = names.length === 0 ? 'and it has no rule with a Service' : `and its rules go to ${listed(names)}`;
    yield remark(
      field, `names Ingress ${name}, which must have a rule that goes to Service ${service.text}, ${got}`,
      `write ${service.text} as a backend of Ingress ${name}`, { about: ingress },
    );
  }
}

function isSet(field: Field): boolean {
  return field.isList ? field.items().length > 0 : field.exists && field.text !== '';
}
