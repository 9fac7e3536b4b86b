import { labelsAndAnnotations } from './labels-and-annotations';
import type { RolloutIntent } from '../intent/rollout';
import type { ObjectMeta } from '../manifests/argo-rollouts.generated';
import type { Leaf } from '../manifests/leaf';

/** The metadata of an object that belongs to a rollout; empty maps are left out. */
export function objectMeta(name: string, intent: Pick<RolloutIntent, 'namespace' | 'labels'>, annotations: Readonly<Record<string, Leaf<string>>> = {}): ObjectMeta {
  return {
    name,
    ...(intent.namespace === undefined ? {} : { namespace: intent.namespace }),
    ...labelsAndAnnotations({ labels: intent.labels, annotations }),
  };
}
