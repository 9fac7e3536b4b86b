import { argoWrites } from './argo-writes';
import { flaggerWrites } from './flagger-writes';
import type { Graph } from './graph';
import type { ResourceNode } from './resource-node';
import type { ScalerNode } from './scaler';
import { writesTo } from '../manifests/controller-writes';
import type { ControllerWrites } from '../manifests/controller-writes';

/** What controllers change in objects of the input, and of others that it names, once it is in the cluster. */
export function controllerWrites(graph: Graph): readonly ControllerWrites[] {
  const { rollouts, canaries, scalers, index } = graph;
  return [
    ...rollouts.flatMap((rollout) => beside(rollout, argoWrites(rollout, graph))),
    ...canaries.flatMap((canary) => beside(canary, flaggerWrites(canary, index))),
    ...scalers.flatMap((scaler) => beside(scaler, scalerWrites(scaler))),
  ];
}

/** What is named without a namespace is in that of whoever names it. */
function beside({ namespace }: ResourceNode, writes: readonly ControllerWrites[]): readonly ControllerWrites[] {
  return namespace === undefined ? writes : writes.map((each) => ({ ...each, namespace: each.namespace ?? namespace }));
}

function scalerWrites({ target, targetKind: kind, targetName: name }: ScalerNode): readonly ControllerWrites[] {
  const [group] = (target.textAt('apiVersion') ?? 'apps/v1').split('/');
  return kind === undefined || name === undefined ? [] : [writesTo.replicas(group, kind, { name })];
}
