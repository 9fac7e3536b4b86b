import { freezeAnnotation } from './freeze';
import { objectMeta } from '../object-meta';
import type { RenderedStrategy } from './rendered-strategy';
import { subscribed, subscriptionOrigins } from './subscriptions';
import { workloadReference } from './workload-reference';
import type { ArgoControllerIntent, ArgoRolloutIntent } from '../../intent/rollout';
import { rangeAnnotations } from '../../intent/scaling';
import type { Rollout, RolloutSpec } from '../../manifests/argo-rollouts.generated';
import type { Manifest } from '../../manifests/manifest';
import { below } from '../rendered';
import type { PartOrigin } from '../rendered';

const defaultDeadlineSeconds = 600;

/** The Rollout itself, around what its strategy was rendered to. */
export function rollout(intent: ArgoRolloutIntent, rendered: RenderedStrategy): { manifest: Manifest; origins: () => readonly PartOrigin[] } {
  const object: Rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: objectMeta(intent.name, intent, annotations(intent)),
    spec: {
      ...(intent.pods.replicas === undefined ? {} : { replicas: intent.pods.replicas }),
      ...(intent.pods.selector === undefined ? {} : { selector: { matchLabels: intent.pods.selector as Readonly<Record<string, string>> } }),
      ...(intent.pods.adopted === undefined ? { template: intent.pods.template as RolloutSpec['template'] } : { workloadRef: workloadReference(intent.pods.adopted) }),
      ...deadline(intent),
      ...controllerFields(intent.controller.argo),
      strategy: rendered.strategy,
    },
  };
  return { manifest: object as unknown as Manifest, origins: () => [...scalingOrigins(intent), ...commonOrigins, ...subscriptionOrigins(intent.alerts), ...below(['spec', 'strategy'], rendered.origins())] };
}

/** New pods that do not get ready end the release. */
function deadline({ strategy: { progressDeadlineSeconds: asked }, controller }: ArgoRolloutIntent): Partial<RolloutSpec> {
  if (asked === undefined && controller.argo.controllerDefaults === true) return {};
  return { progressDeadlineSeconds: asked ?? defaultDeadlineSeconds, progressDeadlineAbort: true };
}

function annotations({ annotations: own, strategy, alerts, scaling }: ArgoRolloutIntent): ArgoRolloutIntent['annotations'] {
  return subscribed({ ...own, ...freezeAnnotation(strategy), ...rangeAnnotations(scaling) }, alerts);
}

function controllerFields(argo: ArgoControllerIntent): Partial<RolloutSpec> {
  const { successfulRunHistoryLimit, unsuccessfulRunHistoryLimit } = argo;
  const analysis = {
    ...(successfulRunHistoryLimit === undefined ? {} : { successfulRunHistoryLimit }),
    ...(unsuccessfulRunHistoryLimit === undefined ? {} : { unsuccessfulRunHistoryLimit }),
  };
  return {
    ...(argo.revisionHistoryLimit === undefined ? {} : { revisionHistoryLimit: argo.revisionHistoryLimit }),
    ...(argo.rollbackWindowRevisions === undefined ? {} : { rollbackWindow: { revisions: argo.rollbackWindowRevisions } }),
    ...(argo.minReadySeconds === undefined ? {} : { minReadySeconds: argo.minReadySeconds }),
    ...(Object.keys(analysis).length === 0 ? {} : { analysis }),
    ...(argo.paused === undefined ? {} : { paused: argo.paused }),
    ...(argo.restartAt === undefined ? {} : { restartAt: argo.restartAt }),
  };
}

function scalingOrigins({ scaling }: ArgoRolloutIntent): readonly PartOrigin[] {
  return scaling === undefined ? [] : [{ path: ['spec', 'replicas'], property: 'scaling' }];
}

const podSpec = ['spec', 'template', 'spec'];
const commonOrigins: readonly PartOrigin[] = [
  { path: ['metadata', 'name'], property: 'metadata.name' },
  { path: ['spec', 'replicas'], property: 'replicas' },
  { path: podSpec, property: 'containers' },
  { path: [...podSpec, 'containers'], property: 'containers', alikeBelow: true },
  { path: [...podSpec, 'initContainers'], property: 'initContainers', alikeBelow: true },
  { path: ['spec', 'template', 'metadata'], property: 'podMetadata', alikeBelow: true },
  { path: ['spec', 'workloadRef'], property: 'adopt' },
  { path: ['spec', 'minReadySeconds'], property: 'controller.minReady' },
  { path: ['spec', 'revisionHistoryLimit'], property: 'controller.revisionHistoryLimit' },
  { path: ['spec', 'rollbackWindow'], property: 'controller.rollbackWindow' },
  { path: ['spec', 'paused'], property: 'controller.paused' },
  { path: ['spec', 'restartAt'], property: 'controller.restartAt' },
  { path: ['spec', 'progressDeadlineSeconds'], property: 'progressDeadline' },
];
