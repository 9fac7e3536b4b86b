import { HorizontalPodAutoscaler } from 'cdk8s-plus-28';
import type { Workload } from 'cdk8s-plus-28';
import { later } from './later';
import { podTemplate } from './pod-template';
import type { ScaledWorkload } from './rollout-pods';
import { handsOver } from '../intent/adopted';
import type { RolloutIntent } from '../intent/rollout';
import type { Manifest } from '../manifests/manifest';
import { isOfKnative, knativeTemplate } from '../release/knative-template';

/** A manifest whose parts are known when it is written: pods, their number and labels, and who scales them. */
export function withLateParts(manifest: Manifest, workload: ScaledWorkload, intent: RolloutIntent): Manifest {
  const late = lateParts(manifest, workload, intent);
  return late === undefined ? manifest : { ...manifest, spec: { ...manifest.spec as object, ...late } };
}

function lateParts(manifest: Manifest, workload: ScaledWorkload, { pods }: RolloutIntent): object | undefined {
  const { replicas, autoscalerRef } = manifest.spec as { readonly replicas?: unknown; readonly autoscalerRef?: unknown };
  if (isOfKnative(manifest)) return { template: later(() => knativeTemplate(podTemplate(workload) as object)) };
  switch (manifest.kind) {
    case 'Rollout': case 'Deployment': case 'DaemonSet': return {
      // a rollout that takes pods over has to come with as many, also where something scales it afterwards
      replicas: later(() => workload.hasAutoscaler && !handsOver(pods.adopted) ? undefined : replicas),
      selector: later(() => selectorOf(workload)),
    };
    case 'Canary': return autoscalerRef === undefined ? { autoscalerRef: later(() => scalerOf(workload)) } : undefined;
    default: return undefined;
  }
}

/** Nothing where the controller looks the selector up. */
function selectorOf(workload: Workload): unknown {
  return workload.matchExpressions.length + Object.keys(workload.matchLabels).length === 0 ? undefined : workload._toLabelSelector();
}

/** An autoscaler of cdk8s-plus, which may be made after the rollout. Any other one is named by what the rollout was told. */
function scalerOf(workload: Workload): object | undefined {
  const scaler = workload.node.root.node.findAll().find(each => each instanceof HorizontalPodAutoscaler && each.target === workload as unknown);
  return scaler === undefined ? undefined : { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: (scaler as HorizontalPodAutoscaler).name };
}
