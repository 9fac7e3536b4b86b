import type { CanaryNode } from '../../graph/canary';
import { FLAGGER_LABELS, isMadeByFlagger, PRIMARY } from '../../graph/canary-target';
import type { TellingLabel } from '../../graph/canary-target';
import type { Graph } from '../../graph/graph';
import { ResourceNode } from '../../graph/resource-node';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

/** What has pods that go on serving. */
const SERVING = ['Deployment.apps', 'StatefulSet.apps', 'DaemonSet.apps'];

export const canarySelector: Rule = {
  id: 'canary-selector',
  class: 'broken',
  summary: 'the target of a Canary selects by a label that Flagger knows, with a value that no other pods have',
  why: 'without such a label the Canary stays in Initializing (measured on the controller); and since the Services that Flagger makes select by this label alone, other pods that have it get requests that are not for them',
  covers: ['FT-02', 'FT-04', 'GATE-25'],
  *check(graph): Iterable<Remark> {
    const others = graph.canaries.length === 0 ? undefined : podsByLabel(graph);
    yield* forEachCanary(graph, function* (canary): Iterable<Remark> {
      yield* judgeKey(canary);
      yield* judgeValue(canary, others);
    });
  },
};

function* judgeKey(canary: CanaryNode): Iterable<Remark> {
  const { matchLabels: labels, label, workload } = canary.pods ?? {};
  if (labels === undefined || labels.isUnknown || workload?.spec.isMap !== true || workload.spec.at('selector').isUnknown || label !== undefined) {
    return;
  }
  const keys = labels.keys();
  if (!keys.some((key) => FLAGGER_LABELS.includes(key))) {
    const option = keys.length === 0 ? '' : `; or start Flagger with -selector-labels=${keys[0]}`;
    yield remark(
      labels.at(FLAGGER_LABELS[0]), `must be there, or another of ${listed(FLAGGER_LABELS)}, got ${keys.length === 0 ? 'none' : listed(keys)}`,
      `write app: ${workload.name ?? '...'}, and the same in the labels of the pods${option}`, { about: canary },
    );
  }
}

function* judgeValue(canary: CanaryNode, others?: ReadonlyMap<string, readonly ResourceNode[]>): Iterable<Remark> {
  const { label, workload } = canary.pods ?? {};
  if (label === undefined || workload === undefined) {
    return;
  }
  const alike = [label.value, label.value + PRIMARY].flatMap((value) => others?.get(placeOf(workload, label.key, value)) ?? []);
  const other = alike.find((node) => node.resource !== workload.resource && node.name !== `${workload.name ?? ''}${PRIMARY}`);
  if (other !== undefined) {
    yield remark(
      label.field, `must be a label of these pods alone, got ${label.key}: ${label.value}, by which the Services of ${canary.resource} select those of ${other.resource} too`,
      fixFor(label, workload, other), { about: other },
    );
  }
}

function fixFor({ field, value }: TellingLabel, workload: ResourceNode, other: ResourceNode): string {
  const [mine, theirs] = [workload.name ?? '...', other.name ?? '...'];
  return mine === value || `${mine}${PRIMARY}` === value
    ? `${write(field, theirs)} in the selector and the pods of ${other.resource}`
    : `${write(field, mine)}, and the same in the labels of the pods`;
}

function podsByLabel({ index }: Graph): ReadonlyMap<string, readonly ResourceNode[]> {
  const found = new Map<string, ResourceNode[]>();
  for (const node of SERVING.flatMap((kind) => index.ofKind(kind))) {
    if (!(node instanceof ResourceNode) || isMadeByFlagger(node)) {
      continue;
    }
    const labels = node.spec.at('template', 'metadata', 'labels');
    for (const key of FLAGGER_LABELS) {
      const value = labels.textAt(key);
      if (value !== undefined) {
        const place = placeOf(node, key, value);
        const others = found.get(place);
        found.set(place, others === undefined ? [node] : (others.push(node), others));
      }
    }
  }
  return found;
}

/** No name, key or value of a label holds a blank. */
function placeOf({ namespace }: ResourceNode, key: string, value: string): string {
  return `${namespace ?? ''} ${key} ${value}`;
}
