import { renderGuard } from './guard';
import type { RenderedGuard } from './guard';
import { shortestHold } from './holds';
import { objectMeta } from './object-meta';
import type { RenderedStep } from './rendered-step';
import type { RenderedStrategy } from './rendered-strategy';
import { stepGaps } from './step-gaps';
import { firstWatchedStep, renderSteps } from './steps';
import type { Problem } from '../../intent/problem';
import type { CanaryRolloutIntent } from '../../intent/rollout';
import type { ArgoRouting } from '../../intent/router';
import type { CanaryStrategy, TrafficRouting } from '../../manifests/argo-rollouts.generated';
import { below } from '../rendered';
import type { PartOrigin } from '../rendered';

/** The traffic moves step by step, a guard watches, and a router splits it if there is one. */
export function renderCanary(intent: CanaryRolloutIntent): RenderedStrategy {
  const steps = renderSteps(intent);
  const guard = renderGuard(intent, firstWatchedStep(steps));
  const routing = route(intent, managedRoutes(steps));
  return {
    strategy: { canary: canary(intent, steps, guard, routing) },
    origins: () => below(['canary'], origins(steps, guard)),
    routes: routing?.manifests ?? [],
    guard: guard.template,
    holdSeconds: shortestHold(intent.strategy.course),
    gaps: gaps(intent, routing),
    elsewhere: routing?.elsewhere ?? [],
  };
}

function canary(
  { strategy, services, controller }: CanaryRolloutIntent, steps: readonly RenderedStep[], guard: RenderedGuard, routing: ArgoRouting | undefined,
): CanaryStrategy {
  const { scaleDownDelaySeconds, dynamicStableScale } = controller.argo;
  return {
    ...(services.ports.length === 0 && !services.next.existing ? {} : { canaryService: services.next.name }),
    ...(routing === undefined ? {
      // new pods come before old ones go, so that no step has fewer pods than the rollout asks for
      maxSurge: '25%',
      maxUnavailable: 0,
    } : {
      stableService: services.main.name,
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

function route(intent: CanaryRolloutIntent, routes: readonly string[]): ArgoRouting | undefined {
  return intent.strategy.router?.argo?.({
    rollout: intent.name,
    namespace: intent.namespace,
    stableService: intent.services.main.name,
    canaryService: intent.services.next.name,
    port: intent.services.ports[0]?.port ?? 80,
    managedRoutes: routes,
    metadata: name => objectMeta(name, intent),
  });
}

/** Routes that steps add have to be announced to the router. */
function managedRoutes(steps: readonly RenderedStep[]): readonly string[] {
  const names = steps.map(({ step }) => step.setHeaderRoute?.name ?? step.setMirrorRoute?.name);
  return [...new Set(names.filter(name => typeof name === 'string'))];
}

function withManagedRoutes(routing: TrafficRouting, routes: readonly string[]): TrafficRouting {
  return routes.length === 0 ? routing : { ...routing, managedRoutes: routes.map(name => ({ name })) };
}

function gaps({ strategy }: CanaryRolloutIntent, routing: ArgoRouting | undefined): readonly Problem[] {
  const after = strategy.gates.filter(gate => gate.place.kind === 'after-promotion').map(gate => ({
    property: gate.property,
    message: 'Argo Rollouts asks nothing after a canary was promoted',
    fix: 'use Gate.beforePromotion, with a last stage at a high weight',
  }));
  const unrouted = strategy.router !== undefined && routing === undefined ? [{
    property: 'traffic', message: `Argo Rollouts cannot drive ${strategy.router.kind}`, fix: 'choose another router or another controller',
  }] : [];
  return [...after, ...unrouted, ...stepGaps(strategy, routing)];
}

function origins(steps: readonly RenderedStep[], guard: RenderedGuard): readonly PartOrigin[] {
  return [
    { path: ['canaryService'], property: 'services.canary' },
    { path: ['stableService'], property: 'services.stable' },
    { path: ['trafficRouting'], property: 'traffic' },
    { path: ['abortScaleDownDelaySeconds'], property: 'keepAfterAbort' },
    { path: ['scaleDownDelaySeconds'], property: 'controller.scaleDownDelay' },
    { path: ['steps'], property: 'ramp' },
    ...below(['analysis'], guard.origins()),
    ...steps.flatMap(({ origins: own }, index) => below(['steps', index], own())),
  ];
}
