// One intent twice: as constructs, and as a component, which is told plain data.
import { Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ABTestRolloutArgs, BlueGreenRolloutArgs, CanaryRolloutArgs, RolloutArgs } from 'rolloutkit/pulumi';
import type { Fields, KubeObject } from '../../harness/objects';

export interface Components {
  readonly CanaryRollout?: CanaryRolloutArgs;
  readonly BlueGreenRollout?: BlueGreenRolloutArgs;
  readonly ABTestRollout?: ABTestRolloutArgs;
  readonly Rollout?: RolloutArgs;
}

export interface Pair {
  /** Of the release, in both. */
  readonly name: string;
  readonly constructs: (chart: Construct, name: string) => unknown;
  /** By its class, what it is told; the pods are those that the constructs write. */
  readonly component: Components;
}

export const NAMESPACE = 'shop';
const WORKLOADS = ['Rollout', 'Deployment'];

/** What the constructs of a pair write. */
export function written({ name, constructs }: Pair): KubeObject[] {
  const chart = new Chart(Testing.app(), name, { namespace: NAMESPACE });
  constructs(chart, name);
  return Testing.synth(chart) as KubeObject[];
}

export function templateOf(objects: readonly KubeObject[]): Fields {
  return objects.find(({ kind }) => WORKLOADS.includes(kind))!.spec.template as Fields;
}
