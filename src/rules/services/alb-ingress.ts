import type { IngressPath } from '../../graph/ingress';
import { ingressUses } from '../../graph/ingress-use';
import type { IngressUse, NamedIngress } from '../../graph/ingress-use';
import { LONGEST_LABEL } from '../../manifests/names';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const USUAL_PREFIX = 'alb.ingress.kubernetes.io';
const BY_ANNOTATION = 'use-annotation';
const LONGEST_ACTION = LONGEST_LABEL - 'actions.'.length;

export const albIngress: Rule = {
  id: 'alb-ingress',
  class: 'broken',
  summary: 'the paths of an Ingress that a load balancer splits lead to the action that the controller writes',
  why: 'nothing checks it: with a port of the Service the load balancer sends everything there, whatever the weights are, and without an action it answers 503',
  covers: ['TR-02', 'TR-03'],
  check: (graph) => forEachRolloutWith(graph, ['alb'], function* (rollout): Iterable<Remark> {
    for (const use of ingressUses(rollout, graph.index).filter(({ router }) => router === 'alb')) {
      yield* judgeName(use);
      for (const [index, ingress] of use.ingresses.entries()) {
        yield* judgePorts(ingress, use);
        yield* judgeAction(ingress, use, index > 0);
      }
    }
  }),
};

function judgeName({ service }: IngressUse): readonly Remark[] {
  return service.text === undefined || service.text.length <= LONGEST_ACTION ? [] : [remark(
    service, `must have at most ${LONGEST_ACTION} characters, since the controller writes it into the key of an annotation, got ${service.text.length}`,
    'name a shorter action as rootService, to which the paths of the Ingress lead',
  )];
}

function* judgePorts({ node }: NamedIngress, { service, rollout }: IngressUse): Iterable<Remark> {
  for (const path of node?.paths ?? []) {
    if (service.text !== undefined && path.service.text === service.text && isOtherPort(path)) {
      yield remark(
        path.port, `must be ${BY_ANNOTATION}, by which the load balancer looks for the weights of ${rollout.resource}, got ${shown(path.port.value)}`,
        path.port.path.includes('servicePort') ? write(path.port, BY_ANNOTATION) : `write port: { name: ${BY_ANNOTATION} }`, { about: rollout },
      );
    }
  }
}

function isOtherPort({ port }: IngressPath): boolean {
  return port.number !== undefined || (port.text !== undefined && port.text !== BY_ANNOTATION);
}

/** Which actions an Ingress has for the name that its paths lead to. */
function* judgeAction({ field, name, node }: NamedIngress, { settings, service, rollout }: IngressUse, isLater: boolean): Iterable<Remark> {
  const prefixField = settings.at('annotationPrefix');
  const annotations = node?.metadata.at('annotations');
  if (node === undefined || service.text === undefined || prefixField.isUnknown || annotations?.isUnknown === true) {
    return;
  }
  const prefix = prefixField.text === undefined || prefixField.text === '' ? USUAL_PREFIX : prefixField.text;
  const suffix = `/actions.${service.text}`;
  const written = (annotations?.keys() ?? []).filter((key) => key.endsWith(suffix));
  if (written.includes(`${prefix}${suffix}`)) {
    return;
  }
  if (written.length > 0) {
    yield remark(
      prefixField, `must be what the annotations of Ingress ${name} begin with, so that the load balancer sees what the controller writes, got ${shown(prefix)} beside ${written[0]}`,
      `write annotationPrefix: ${written[0].slice(0, -suffix.length)}`, { about: node },
    );
  } else if (isLater) {
    // it stops at the first Ingress that is as it should be, and so does not reach the others until weights change
    yield remark(
      field, `names Ingress ${name}, which has no annotation ${prefix}${suffix}: the controller gives it one with the next weight, and until then the load balancer answers 503 there`,
      `copy the annotation of the first Ingress of ${rollout.resource}`, { class: 'risky', about: node },
    );
  }
}
