/** A workload of somebody else that a rollout takes its pods from. */
export interface AdoptedIntent {
  readonly kind: AdoptedKindName;
  readonly name: string;
  readonly handOver: HandOverIntent;
  /** Whether the object is written somewhere else than beside the rollout. */
  readonly elsewhere: boolean;
}

/** What a controller reads a pod template from; none of them knows all. */
export type AdoptedKindName = 'Deployment' | 'ReplicaSet' | 'PodTemplate' | 'DaemonSet';

/** What becomes of the pods that were there before the rollout. */
export type HandOverIntent = 'progressively' | 'on-success' | 'never';

/** What has pods of its own that a controller could take away. */
const withPods: readonly AdoptedKindName[] = ['Deployment'];

/** Whether the pods that were there before go, so that as many have to come as there were. */
export function handsOver(adopted: Pick<AdoptedIntent, 'kind' | 'handOver'> | undefined): boolean {
  return adopted !== undefined && adopted.handOver !== 'never' && withPods.includes(adopted.kind);
}
