import type { AdoptedIntent, AdoptedKindName, HandOverIntent } from '../../intent/adopted';
import type { Problem } from '../../intent/problem';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import type { ObjectName } from '../../intent/router';
import type { WorkloadReference } from '../../manifests/argo-rollouts.generated';

const versions: Readonly<Record<AdoptedKindName, string>> = { Deployment: 'apps/v1', ReplicaSet: 'apps/v1', PodTemplate: 'v1', DaemonSet: 'apps/v1' };
const words: Readonly<Record<HandOverIntent, string>> = { 'progressively': 'progressively', 'on-success': 'onsuccess', 'never': 'never' };

/** Where the controller reads the pod template, and what it does with the pods that were there before. */
export function workloadReference({ kind, name, handOver }: AdoptedIntent): WorkloadReference {
  return {
    apiVersion: versions[kind],
    kind,
    name,
    // whatever is adopted, it is a Deployment of this name that it would scale
    ...(kind === 'Deployment' ? { scaleDown: words[handOver] } : {}),
  };
}

/** Workloads that Flagger alone can take over. */
export function adoptionGaps({ pods: { adopted } }: ArgoRolloutIntent): readonly Problem[] {
  return adopted?.kind !== 'DaemonSet' ? [] : [{
    property: 'adopt',
    message: `must be a Deployment, a ReplicaSet or a PodTemplate for Argo Rollouts, got DaemonSet ${adopted.name}`,
    fix: 'leave it as it is with its own rolling update, since a Rollout has a number of pods and not one for each node',
  }];
}

/** The adopted workload, where somebody else owns it. */
export function adoptedElsewhere({ pods: { adopted } }: ArgoRolloutIntent): readonly ObjectName[] {
  return adopted?.elsewhere === true ? [{ kind: adopted.kind, name: adopted.name }] : [];
}
