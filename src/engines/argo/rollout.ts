import type { RenderedGuard } from './guard';
import { objectMeta } from './object-meta';
import type { RenderedStep } from './rendered-step';
import type { ArgoControllerIntent, RolloutIntent } from '../../intent/rollout';
import type { ArgoRouting } from '../../intent/router';
import type { CanaryStrategy, Rollout, RolloutSpec, TrafficRouting } from '../../manifests/argo-rollouts.generated';
import type { Manifest } from '../../manifests/manifest';
import { below } from '../rendered';
import type { PartOrigin } from '../rendered';

/** The Rollout itself, from parts that were rendered before. */
export function rollout(
  intent: RolloutIntent, steps: readonly RenderedStep[], guard: RenderedGuard, routing: ArgoRouting | undefined,
): { manifest: Manifest; origins: () => readonly PartOrigin[] } {
  const { argo } = intent.controller;
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
      ...controllerFields(argo),
      strategy: { canary: canary(intent, steps, guard, routing) },
    },
  };
  return { manifest: object as unknown as Manifest, origins: () => origins(steps, guard) };
}

function canary(intent: RolloutIntent, steps: readonly RenderedStep[], guard: RenderedGuard, routing: ArgoRouting | undefined): CanaryStrategy {
  const { strategy, services } = intent;
  const { scaleDownDelaySeconds, dynamicStableScale } = intent.controller.argo;
  return {
    ...(services.ports.length === 0 && !services.canary.existing ? {} : { canaryService: services.canary.name }),
    ...(routing === undefined ? {
      // new pods come before old ones go, so that no step has fewer pods than the rollout asks for
      maxSurge: '25%',
      maxUnavailable: 0,
    } : {
      stableService: services.stable.name,
      trafficRouting: withManagedRoutes(routing.trafficRouting, managedRoutes(steps)),
      minPodsPerReplicaSet: strategy.minimumCanaryPods,
      ...(strategy.keepAfterAbortSeconds === undefined ? {} : { abortScaleDownDelaySeconds: strategy.keepAfterAbortSeconds }),
    }),
    ...(guard.background === undefined ? {} : { analysis: guard.background }),
    ...(scaleDownDelaySeconds === undefined ? {} : { scaleDownDelaySeconds }),
    ...(dynamicStableScale === undefined ? {} : { dynamicStableScale }),
    steps: steps.map(({ step }) => step),
  };
}

/** Routes that steps add have to be announced to the router. */
export function managedRoutes(steps: readonly RenderedStep[]): readonly string[] {
  const names = steps.map(({ step }) => step.setHeaderRoute?.name ?? step.setMirrorRoute?.name);
  return [...new Set(names.filter(name => typeof name === 'string'))];
}

function withManagedRoutes(routing: TrafficRouting, routes: readonly string[]): TrafficRouting {
  return routes.length === 0 ? routing : { ...routing, managedRoutes: routes.map(name => ({ name })) };
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

function origins(steps: readonly RenderedStep[], guard: RenderedGuard): readonly PartOrigin[] {
  const canaryPath = ['spec', 'strategy', 'canary'];
  const podSpec = ['spec', 'template', 'spec'];
  return [
    { path: ['metadata', 'name'], property: 'metadata.name' },
    { path: ['spec', 'replicas'], property: 'replicas' },
    { path: podSpec, property: 'containers' },
    { path: [...podSpec, 'containers'], property: 'containers', alikeBelow: true },
    { path: [...podSpec, 'initContainers'], property: 'initContainers', alikeBelow: true },
    { path: ['spec', 'template', 'metadata'], property: 'podMetadata', alikeBelow: true },
    { path: ['spec', 'minReadySeconds'], property: 'controller' },
    { path: ['spec', 'progressDeadlineSeconds'], property: 'progressDeadline' },
    { path: [...canaryPath, 'canaryService'], property: 'services.canary' },
    { path: [...canaryPath, 'stableService'], property: 'services.stable' },
    { path: [...canaryPath, 'trafficRouting'], property: 'traffic' },
    { path: [...canaryPath, 'abortScaleDownDelaySeconds'], property: 'keepAfterAbort' },
    { path: [...canaryPath, 'steps'], property: 'ramp' },
    ...below([...canaryPath, 'analysis'], guard.origins()),
    ...steps.flatMap(({ origins: own }, index) => below([...canaryPath, 'steps', index], own())),
  ];
}
