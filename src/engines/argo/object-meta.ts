import type { RolloutIntent } from '../../intent/rollout';
import type { ObjectMeta } from '../../manifests/argo-rollouts.generated';
import type { Leaf } from '../../manifests/leaf';

/** The metadata of an object that belongs to a rollout; empty maps are left out. */
export function objectMeta(name: string, intent: Pick<RolloutIntent, 'namespace' | 'labels'>, annotations: Readonly<Record<string, Leaf<string>>> = {}): ObjectMeta {
  return {
    name,
    ...(intent.namespace === undefined ? {} : { namespace: intent.namespace }),
    ...notEmpty('labels', intent.labels),
    ...notEmpty('annotations', annotations),
  };
}

function notEmpty<K extends string>(key: K, map: Readonly<Record<string, Leaf<string>>>): { [P in K]?: typeof map } {
  return (Object.keys(map).length > 0 ? { [key]: map } : {}) as { [P in K]?: typeof map };
}
