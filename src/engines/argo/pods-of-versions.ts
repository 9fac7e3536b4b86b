import type { AntiAffinityIntent, ProgressThresholdIntent } from '../../intent/rollout';
import type { VersionMetadataIntent } from '../../intent/version-metadata';
import type { AntiAffinity, LabelsAndAnnotations, ReplicaProgressThreshold } from '../../manifests/argo-rollouts.generated';

/** What the pods of one version carry; empty maps are left out. */
export function versionMetadata({ labels, annotations }: VersionMetadataIntent): LabelsAndAnnotations {
  return {
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
}

export function antiAffinity(wish: AntiAffinityIntent): AntiAffinity {
  return wish.kind === 'required' ? { requiredDuringSchedulingIgnoredDuringExecution: {} }
    : { preferredDuringSchedulingIgnoredDuringExecution: { weight: wish.weight } };
}

export function progressThreshold({ kind, value }: ProgressThresholdIntent): ReplicaProgressThreshold {
  return { type: kind === 'percent' ? 'Percent' : 'Pods', value };
}
