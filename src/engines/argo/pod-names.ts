import { Hole, PodNames } from '../../intent/query';
import type { QueryText } from '../../intent/query';
import type { Leaf } from '../../manifests/leaf';

/**
 * A query in which pods are called as Argo Rollouts calls them: `<rollout>-<hash>-<five characters>`. Hashes and suffixes have no dashes,
 * which keeps `checkout` from matching `checkout-api`.
 */
export function withPodNames(text: QueryText): readonly (Leaf<string | number> | Hole)[] {
  return text.flatMap((part): readonly (Leaf<string | number> | Hole)[] => part instanceof PodNames ? podNames(part) : [part]);
}

function podNames({ of }: PodNames): readonly (string | Hole)[] {
  return [new Hole('rollout'), ...(of === 'service' ? ['-[a-z0-9]+'] : ['-', new Hole(`${of}-hash`)]), '-[a-z0-9]+'];
}
