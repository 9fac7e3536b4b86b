import { LabelSelector } from 'cdk8s-plus-28';
import type { Container, Workload } from 'cdk8s-plus-28';
import { isWrittenBy } from './adopted-workload';
import type { AdoptedPods } from './adopted-workload';
import type { RolloutProps } from './rollout-props';
import { handsOver } from '../intent/adopted';
import type { AdoptedIntent } from '../intent/adopted';
import { podLabels } from '../release/pod-labels';
import type { Exposing } from '../release/service-ports';

/** A workload whose number of pods may be left to an autoscaler. */
export type ScaledWorkload = Workload & { readonly hasAutoscaler: boolean };

/** The pods of a rollout: its own, or those of the workload that it adopts. */
export interface RolloutPods {
  /** How they are known; absent: the controller looks it up. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly exposing: readonly Exposing[];
  readonly containers: readonly Container[];
  readonly replicas?: number;
  readonly adopted?: { readonly intent: AdoptedIntent; readonly pods: AdoptedPods };
}

export function rolloutPods(workload: Workload, name: string, { adopt, selector, replicas }: RolloutProps): RolloutPods {
  if (adopt === undefined) {
    return { labels: podLabels(name, selector), exposing: workload.containers, containers: workload.containers, replicas };
  }
  const { kind, name: adopted, handOver } = adopt._workload;
  const pods = adopt._workload.read();
  return {
    labels: pods.labels,
    exposing: pods.containers.length > 0 ? pods.containers : [{ ports: [...pods.ports] }],
    containers: pods.containers,
    // what has handed over says nothing of how many there shall be
    replicas: replicas ?? (handsOver(adopt._workload) && pods.replicas !== 0 ? pods.replicas : undefined),
    adopted: { intent: { kind, name: adopted, handOver, elsewhere: !isWrittenBy(workload, adopt._workload) }, pods },
  };
}

/** Has a workload select the pods, and labels them where they are its own. */
export function selectPods(workload: Workload, { labels, adopted }: RolloutPods, props: RolloutProps): void {
  if (labels === undefined) return;
  workload.select(LabelSelector.of({ labels }));
  if (adopted !== undefined) return;
  for (const [key, value] of Object.entries(labels)) {
    // a label that contradicts is told by a rule; what cdk8s-plus puts there by itself gives way
    if (props.podMetadata?.labels?.[key] === undefined) workload.podMetadata.addLabel(key, value);
  }
}
