import type { AntiAffinityIntent, ProgressThresholdIntent } from '../../intent/rollout';
import type { AntiAffinity, ReplicaProgressThreshold } from '../../manifests/argo-rollouts.generated';

export function antiAffinity(wish: AntiAffinityIntent): AntiAffinity {
  return wish.kind === 'required' ? { requiredDuringSchedulingIgnoredDuringExecution: {} }
    : { preferredDuringSchedulingIgnoredDuringExecution: { weight: wish.weight } };
}

export function progressThreshold({ kind, value }: ProgressThresholdIntent): ReplicaProgressThreshold {
  return { type: kind === 'percent' ? 'Percent' : 'Pods', value };
}
