import { objectMeta } from './object-meta';
import type { RenderedStrategy } from './rendered-strategy';
import type { ArgoControllerIntent, RolloutIntent } from '../../intent/rollout';
import type { Rollout, RolloutSpec } from '../../manifests/argo-rollouts.generated';
import type { Manifest } from '../../manifests/manifest';
import { below } from '../rendered';
import type { PartOrigin } from '../rendered';

/** The Rollout itself, around what its strategy was rendered to. */
export function rollout(intent: RolloutIntent, rendered: RenderedStrategy): { manifest: Manifest; origins: () => readonly PartOrigin[] } {
  const object: Rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: objectMeta(intent.name, intent, intent.annotations),
    spec: {
      ...(intent.pods.replicas === undefined ? {} : { replicas: intent.pods.replicas }),
      selector: { matchLabels: intent.pods.selector as Readonly<Record<string, string>> },
      template: intent.pods.template as RolloutSpec['template'],
      progressDeadlineSeconds: intent.strategy.progressDeadlineSeconds,
      progressDeadlineAbort: true,
      ...controllerFields(intent.controller.argo),
      strategy: rendered.strategy,
    },
  };
  return { manifest: object as unknown as Manifest, origins: () => [...commonOrigins, ...below(['spec', 'strategy'], rendered.origins())] };
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
  };
}

const podSpec = ['spec', 'template', 'spec'];
const commonOrigins: readonly PartOrigin[] = [
  { path: ['metadata', 'name'], property: 'metadata.name' },
  { path: ['spec', 'replicas'], property: 'replicas' },
  { path: podSpec, property: 'containers' },
  { path: [...podSpec, 'containers'], property: 'containers', alikeBelow: true },
  { path: [...podSpec, 'initContainers'], property: 'initContainers', alikeBelow: true },
  { path: ['spec', 'template', 'metadata'], property: 'podMetadata', alikeBelow: true },
  { path: ['spec', 'minReadySeconds'], property: 'controller' },
  { path: ['spec', 'progressDeadlineSeconds'], property: 'progressDeadline' },
];
