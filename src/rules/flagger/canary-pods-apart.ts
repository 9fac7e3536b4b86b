import type { CanaryNode } from '../../graph/canary';
import type { CanaryTarget } from '../../graph/canary-target';
import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { ResourceNode } from '../../graph/resource-node';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

/** Disks that one node, or one pod, may write to at a time. */
const FOR_ONE = ['ReadWriteOnce', 'ReadWriteOncePod'];

export const canaryPodsApart: Rule = {
  id: 'canary-pods-apart',
  class: 'risky',
  summary: 'the pods of a canary can run beside those of the primary',
  why: 'both are there at once during a release, from the same template: where each needs the same disk or the same port of a node, those of the canary may wait until Flagger gives up',
  covers: ['FT-18'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const { pods } = canary;
    if (pods !== undefined) {
      yield* judgePorts(pods, canary);
      yield* judgeDisks(pods, canary, graph);
    }
  }),
};

function* judgePorts({ template, isDeployment }: CanaryTarget, canary: CanaryNode): Iterable<Remark> {
  const spec = template.at('spec');
  const network = spec.at('hostNetwork');
  const ports = spec.at('containers').items().flatMap((container) => container.at('ports').items());
  // each node has a pod of either
  const details = { about: canary, ...isDeployment ? {} : { class: 'broken' as const } };
  if (network.boolean === true && ports.length > 0) {
    yield remark(network, 'gives the pods of both versions the same ports of a node', 'write hostNetwork: false, and let a Service find the pods', details);
    return;
  }
  for (const host of ports.map((port) => port.at('hostPort')).filter(({ number }) => number !== undefined && number > 0)) {
    yield remark(host, `is a port of the node, which the pods of both versions ask for, got ${shown(host.number)}`, 'drop hostPort, and let a Service find the pods', details);
  }
}

function* judgeDisks({ template }: CanaryTarget, canary: CanaryNode, { index }: Graph): Iterable<Remark> {
  for (const claim of template.at('spec', 'volumes').items().map((volume) => volume.at('persistentVolumeClaim', 'claimName'))) {
    const node = claim.text === undefined ? undefined : index.find('PersistentVolumeClaim', canary.namespace, claim.text);
    const modes: readonly Field[] = node instanceof ResourceNode ? node.spec.at('accessModes').items() : [];
    if (modes.length > 0 && modes.every(({ text = '' }) => FOR_ONE.includes(text))) {
      const isOfPod = modes.every(({ text }) => text === 'ReadWriteOncePod');
      yield remark(
        claim, `is a disk that one ${isOfPod ? 'pod' : 'node'} alone may have, and the pods of both versions ask for it, got ${shown(modes[0].text)}`,
        'write accessModes: [ReadWriteMany] in the PersistentVolumeClaim, or keep nothing on a disk of the pods', { about: canary, ...isOfPod ? { class: 'broken' } : {} },
      );
    }
  }
}
