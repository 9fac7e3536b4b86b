import type { Path } from './document';
import type { Field } from './field';
import type { Graph } from './graph';
import type { ResourceNode } from './resource-node';
import { SERVICE_KEYS } from './rollout';

/** Fields that say which objects are written to and how, and that are not known yet. */
export function undecided({ rollouts, canaries, scalers }: Graph): readonly Field[] {
  const strategies: readonly Path[] = ['canary', 'blueGreen'].flatMap((strategy) => SERVICE_KEYS.map((key) => ['spec', 'strategy', strategy, key]));
  return [
    ...rollouts.flatMap((node) => unknownOn(node, [
      ...strategies, ['spec', 'strategy', 'canary', 'pingPong'], ['spec', 'strategy', 'canary', 'trafficRouting'], ['spec', 'workloadRef'],
    ])),
    ...canaries.flatMap((node) => unknownOn(node, [['spec', 'targetRef'], ['spec', 'autoscalerRef'], ['spec', 'service', 'name']])),
    ...scalers.flatMap((node) => unknownOn(node, [['spec', 'scaleTargetRef']])),
  ];
}

/** What is not known on the way to these places or below them, each once. */
function unknownOn(node: ResourceNode, places: readonly Path[]): readonly Field[] {
  const found = new Map<string, Field>();
  for (const place of places) {
    const way = place.map((_, index) => node.root.at(...place.slice(0, index + 1)));
    const first = way.find(({ isUnknown }) => isUnknown);
    for (const field of first === undefined ? unknownBelow(way[way.length - 1]) : [first]) {
      found.set(JSON.stringify(field.path), field);
    }
  }
  return [...found.values()];
}

function unknownBelow(field: Field): readonly Field[] {
  return field.isUnknown ? [field] : [...field.items(), ...field.entries().map(([, below]) => below)].flatMap(unknownBelow);
}
