import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { INGRESS } from '../../graph/ingress';
import type { IngressNode } from '../../graph/ingress';
import { ingressUses } from '../../graph/ingress-use';
import type { IngressUse, NamedIngress } from '../../graph/ingress-use';
import { keyed } from '../fix';
import { addOrRename, onlyName } from '../missing-object';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const routerIngress: Rule = {
  id: 'router-ingress',
  class: 'refused',
  summary: 'the Ingress that a router splits exists, and sends traffic to the stable Service',
  why: 'the controller copies that rule for the canary; an Ingress without one gives it nothing to split, and the Rollout is refused as InvalidSpec',
  covers: ['RF-12', 'RF-13', 'RF-15', 'RF-16', 'RF-17', 'RF-18', 'TR-04', 'GAP-44'],
  check: (graph) => forEachRolloutWith(graph, ['trafficRouting'], function* (rollout): Iterable<Remark> {
    const uses = ingressUses(rollout, graph.index);
    for (const use of uses) {
      const { router, settings, one, several } = use;
      const only = () => onlyName(rollout.namespace, graph.index.ofKind(INGRESS));
      for (const field of several.items().filter(({ text }) => text === '')) {
        yield remark(field, 'must name an Ingress, got nothing', `write ${only()}, or take it out`);
      }
      if (several.isList && several.items().length === 0 && !isSet(one)) {
        yield remark(several, 'must name an Ingress, got none, so that no traffic ever moves', `write ${keyed(several)}[${only()}]`, { class: 'broken' });
      } else if (settings.isMap && isSet(one) === isSet(several)) {
        const [single, list] = router === 'alb' ? ['ingress', 'ingresses'] : ['stableIngress', 'stableIngresses'];
        const got = isSet(one) ? 'both' : 'neither';
        yield remark(settings, `must have either ${single} or ${list}, got ${got}`, isSet(one) ? `drop ${list}` : `write ${single}: ${only()}`);
      }
      // With an ALB beside it, the controller does not look at nginx.
      if (router === 'alb' || !rollout.trafficRouting.at('alb').exists) {
        for (const ingress of use.ingresses) {
          // of an Ingress that both name, it asks what nginx needs
          yield* judge(ingress, uses.find(({ ingresses }) => ingresses.some(({ name }) => name === ingress.name)) ?? use, graph);
        }
      }
    }
  }),
};

function* judge({ field, name, node }: NamedIngress, use: IngressUse, { index }: Graph): Iterable<Remark> {
  const { rollout, service } = use;
  if (node === undefined) {
    const elsewhere = use.foreignNamespaceOf(name);
    const place = rollout.namespace ?? 'its namespace';
    yield elsewhere === undefined
      ? remark(field, `names Ingress ${name}, which is not in the input`, addOrRename(field, { kind: 'Ingress', name, namespace: rollout.namespace }, index.ofKind(INGRESS)), { missing: { kind: 'Ingress', name } })
      : remark(
        field, `names Ingress ${name}, which is in namespace ${elsewhere}, and the controller looks in ${place} alone`,
        `write an Ingress for the same hosts in ${place}`, { missing: { kind: 'Ingress', name } },
      );
    return;
  }
  const { backends } = node;
  const leadsThere = backends.some((backend) => backend.text === service.text);
  if ((yield* unreadable(field, node, use, leadsThere))) {
    return;
  }
  const isKnown = backends.every((backend) => backend.text !== undefined);
  if (isKnown && service.text !== undefined && service.text !== '' && !leadsThere) {
    const names = [...new Set(backends.map((backend) => backend.text ?? ''))];
    const got = names.length === 0 ? 'and it has no rule with a Service' : `and its rules go to ${listed(names)}`;
    yield remark(
      field, `names Ingress ${name}, which must have a rule that goes to Service ${service.text}, ${got}`,
      `add service: { name: ${service.text} } as a backend to Ingress ${name}`, { about: node },
    );
  }
}

/** What the controller cannot read without breaking down, whatever else the Ingress holds. */
function* unreadable(field: Field, node: IngressNode, { router }: IngressUse, leadsThere: boolean): Generator<Remark, boolean> {
  const other = node.paths.find(({ hasOtherBackend }) => hasOtherBackend);
  // it takes for granted that the rules of an Ingress that it copies have paths, and copies none that does not lead to the Service
  const bare = router === 'nginx' && leadsThere ? node.rules.find((rule) => rule.isMap && !rule.at('http').exists) : undefined;
  const [place, what] = other === undefined ? [bare, 'has a rule without paths'] : [other.field.at('backend'), 'has a path that leads to no Service'];
  if (place === undefined) {
    return false;
  }
  yield remark(field, `names Ingress ${node.name}, which ${what}: the controller breaks down at it each time it looks at the Rollout`, 'move it to an Ingress of its own', { class: 'broken', about: node });
  return true;
}

/** To the controller a list without elements is a list. */
function isSet(field: Field): boolean {
  return field.exists && field.text !== '';
}
