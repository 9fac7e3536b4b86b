import type { IngressNode } from '../../graph/ingress';
import { ingressUses } from '../../graph/ingress-use';
import type { NamedIngress } from '../../graph/ingress-use';
import type { RolloutNode } from '../../graph/rollout';
import { LONGEST_SUBDOMAIN } from '../../manifests/names';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const SUFFIX = '-canary';

export const canaryIngress: Rule = {
  id: 'canary-ingress',
  class: 'broken',
  summary: 'nobody else writes the Ingress that the controller writes for a canary',
  why: 'the controller touches no Ingress of that name that it has not made, and no step moves traffic',
  covers: ['TR-05'],
  *check(graph): Iterable<Remark> {
    const written = new Map<string, RolloutNode>();
    for (const rollout of graph.rollouts) {
      for (const use of ingressUses(rollout, graph.index).filter(({ router }) => router === 'nginx')) {
        for (const ingress of use.ingresses) {
          const name = canaryNameOf(rollout, ingress);
          const other = name === undefined ? undefined : written.get(key(rollout, name));
          const node = name === undefined ? undefined : use.nodeOf(name);
          if (node !== undefined && !isOwn(node, rollout)) {
            yield remark(node.metadata.at('name'), `must not be the name of the Ingress that the controller writes for ${rollout.resource}, got ${name}`, 'drop this Ingress, or rename it', { about: rollout });
          }
          if (name !== undefined && other !== undefined && other !== rollout) {
            yield remark(ingress.field, `makes the controller write Ingress ${name}, which it writes for ${other.resource} as well`, 'rename the Ingress, or the Rollout', { about: other });
          }
          if (name !== undefined) {
            written.set(key(rollout, name), other ?? rollout);
          }
        }
      }
    }
  },
};

/** As it is in a cluster, where the controller has made it. */
function isOwn(node: IngressNode, { name }: RolloutNode): boolean {
  return node.metadata.at('ownerReferences').items().some((owner) => owner.textAt('kind') === 'Rollout' && owner.textAt('name') === name);
}

function canaryNameOf({ name }: RolloutNode, ingress: NamedIngress): string | undefined {
  return name === undefined ? undefined : `${`${name}-${ingress.name}`.slice(0, LONGEST_SUBDOMAIN - SUFFIX.length)}${SUFFIX}`;
}

function key({ namespace }: RolloutNode, name: string): string {
  return `${namespace ?? ''}/${name}`;
}
