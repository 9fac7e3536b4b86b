import type { LabelsAndAnnotations } from '../manifests/argo-rollouts.generated';
import type { Leaf } from '../manifests/leaf';

type Texts = Readonly<Record<string, Leaf<string>>>;

/** Labels and annotations as a manifest has them: empty maps are left out. */
export function labelsAndAnnotations({ labels, annotations }: { readonly labels: Texts; readonly annotations: Texts }): LabelsAndAnnotations {
  return {
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
}
