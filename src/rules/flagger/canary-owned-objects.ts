import type { CanaryNode } from '../../graph/canary';
import { isMadeByFlagger, PRIMARY } from '../../graph/canary-target';
import type { Graph } from '../../graph/graph';
import { ResourceNode } from '../../graph/resource-node';
import { SERVICE } from '../../graph/service';
import { mayBeSameNamespace } from '../../manifests/namespaces';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const canaryOwnedObjects: Rule = {
  id: 'canary-owned-objects',
  class: 'risky',
  summary: 'what Flagger makes for a Canary is in no other manifest',
  why: 'Flagger writes the selector and the ports of its Services at every interval, and all of a primary at every promotion: whoever applies them as well takes requests from the version that has them, until Flagger comes round again',
  covers: ['FH-06', 'FS-06'],
  check: (graph) => forEachCanary(graph, (canary) => judge(canary, graph)),
};

function* judge(canary: CanaryNode, { index }: Graph): Iterable<Remark> {
  for (const [groupKind, name] of madeFor(canary)) {
    const node = index.named(groupKind, name).find((each) => mayBeSameNamespace(each.namespace, canary.namespace));
    if (node instanceof ResourceNode && !isMadeByFlagger(node)) {
      const [what, fix] = groupKind === SERVICE
        ? ['its selector and its ports', `drop Service ${name}, and say what it needs in spec.service of the Canary`]
        : ['all of it', `drop ${node.kind} ${name}`];
      yield remark(node.metadata.at('name'), `is what Flagger makes for ${canary.resource}: it writes ${what} itself`, fix, { about: canary });
    }
  }
}

type Made = readonly [groupKind: string, name: string];

function madeFor({ serviceName, targetName, targetKind, targetGroupKind, isOfKnative, scaler }: CanaryNode): readonly Made[] {
  if (serviceName === undefined || targetName === undefined || targetGroupKind === undefined || isOfKnative) {
    return [];
  }
  const isService = targetKind === 'Service';
  return [
    // a Service that is the target is the one that somebody else has to make
    ...(isService ? [] : [[SERVICE, serviceName], [targetGroupKind, `${targetName}${PRIMARY}`]] as const),
    [SERVICE, `${isService ? targetName : serviceName}${PRIMARY}`],
    [SERVICE, `${isService ? targetName : serviceName}-canary`],
    ...(scaler?.name === undefined ? [] : [[scaler.groupKind, `${scaler.name}${PRIMARY}`]] as const),
  ];
}
