import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { LabelSelector, labelsIn, WORKLOADS } from '../../graph/label-selector';
import { ResourceNode } from '../../graph/resource-node';
import { RolloutNode } from '../../graph/rollout';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

interface Pods {
  readonly node: ResourceNode;
  readonly selector: LabelSelector;
  readonly labels: ReadonlyMap<string, string>;
}

export const podsApart: Rule = {
  id: 'pods-apart',
  class: 'risky',
  summary: 'a Rollout, and each of its Services, selects its own pods and nobody else\'s',
  why: 'who selects by these labels takes the pods of both for one version: Services send requests to either, an autoscaler and a disruption budget count them together, and a query measures both',
  covers: ['GAP-34', 'GAP-42'],
  *check(graph): Iterable<Remark> {
    const all = podsIn(graph);
    const byLabel = new Map<string, Pods[]>();
    for (const pods of all) {
      for (const [key, value] of pods.labels) {
        const place = placeOf(pods.node, key, value);
        const others = byLabel.get(place);
        byLabel.set(place, others === undefined ? [pods] : (others.push(pods), others));
      }
    }
    for (const pods of all) {
      if (pods.node instanceof RolloutNode) {
        yield* judge(pods, pods.node, byLabel);
      }
    }
    yield* judgeServices(graph);
  },
};

/** Of all that has the rarest of its labels too, the first that it cannot be told from. */
function* judge(pods: Pods, rollout: RolloutNode, byLabel: ReadonlyMap<string, readonly Pods[]>): Iterable<Remark> {
  const alike = pods.selector.field.at('matchLabels').entries()
    .map(([key, { text }]) => byLabel.get(placeOf(rollout, key, text ?? '')) ?? []);
  const [rarest] = alike.sort((a, b) => a.length - b.length) as readonly (readonly Pods[] | undefined)[];
  // of the same Rollout written twice another rule speaks
  const other = rarest?.find(({ node, labels }) => node.resource !== rollout.resource && node !== rollout.workloadReference?.workload
    && !(node instanceof RolloutNode && node.document < rollout.document) && pods.selector.matches(labels) === true);
  if (other !== undefined) {
    yield remark(
      pods.selector.field, `must select the pods of this Rollout alone, got labels that those of ${other.node.resource} have too`,
      `add a label of its own, such as app.kubernetes.io/instance: ${rollout.name ?? 'its-name'}, to the selector and the pods`, { about: other.node },
    );
  }
}

/** No name, key or value of a label holds a blank. */
function placeOf({ namespace }: ResourceNode, key: string, value: string): string {
  return `${namespace ?? ''} ${key} ${value}`;
}

function podsIn({ rollouts, index }: Graph): readonly Pods[] {
  const workloads = WORKLOADS.flatMap((kind) => index.ofKind(kind)).filter((node) => node instanceof ResourceNode);
  return [...rollouts, ...workloads].flatMap((node) => {
    const labels = labelsIn((node instanceof RolloutNode ? node.podTemplate : node.spec.at('template'))?.at('metadata', 'labels') ?? node.metadata.at('labels', ''));
    const selector = new LabelSelector(node.spec.at('selector'));
    return labels === undefined || selector.field.isUnknown || selector.isEmpty ? [] : [{ node, selector, labels }];
  });
}

/** The hash of a version is all that the controller adds. */
function* judgeServices({ rollouts }: Graph): Iterable<Remark> {
  for (const rollout of rollouts) {
    for (const { field, name, service } of rollout.services) {
      if (service !== undefined && !service.selector.isUnknown && service.selector.keys().length === 0 && service.spec.isMap) {
        yield remark(
          field, `names Service ${name}, which selects nothing: the controller adds the hash of a version and nothing else`, fixFor(rollout.podTemplate), { about: service },
        );
      }
    }
  }
}

function fixFor(template: Field | undefined): string {
  const labels = template?.at('metadata', 'labels');
  const key = labels?.keys()[0];
  return key === undefined ? 'write the labels of the pods in its selector' : `write selector: { ${key}: ${labels?.textAt(key) ?? '...'} } in it`;
}
