import { objectMeta } from './object-meta';
import type { DisruptionBudgetIntent } from '../intent/disruption-budget';
import type { RolloutIntent } from '../intent/rollout';
import type { PodDisruptionBudget } from '../manifests/kubernetes.generated';
import { mapLeaf } from '../manifests/leaf';
import type { Manifest } from '../manifests/manifest';

/**
 * A budget over the pods of both versions, in pods that may be down. A number that must be up would be met by the old version alone while
 * a new one is beside it. Pods that are not ready may go whatever the budget says: those of a broken version would hold up every drain.
 */
export function disruptionBudget(wish: DisruptionBudgetIntent, intent: RolloutIntent, selector: PodDisruptionBudget['spec']['selector']): Manifest {
  const object: PodDisruptionBudget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: objectMeta(intent.name, intent),
    spec: {
      maxUnavailable: wish.kind === 'pods' ? wish.pods : mapLeaf(wish.percent, percent => `${percent}%`),
      selector,
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  };
  return object as unknown as Manifest;
}
