import type { CanaryNode } from '../../graph/canary';
import { madeTwice } from '../../graph/canary-made';
import type { Graph } from '../../graph/graph';
import { SERVICE } from '../../graph/service';
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
  for (const node of madeTwice(canary, index)) {
    const [what, fix] = node.groupKind === SERVICE
      ? ['its selector and its ports', `drop Service ${node.name}, and say what it needs in spec.service of the Canary`]
      : ['all of it', `drop ${node.kind} ${node.name}`];
    yield remark(node.metadata.at('name'), `is what Flagger makes for ${canary.resource}: it writes ${what} itself`, fix, { about: canary });
  }
}
