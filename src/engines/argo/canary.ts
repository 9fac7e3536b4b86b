import { affinityGaps } from './affinity-gaps';
import { audienceGaps, withAudiencesLed } from './audience-gaps';
import { renderGuard } from './guard';
import type { RenderedGuard } from './guard';
import { shortestHold } from './holds';
import { labelsAndAnnotations } from '../labels-and-annotations';
import { mirrorGaps } from './mirror-gaps';
import { objectMeta } from '../object-meta';
import { partsOfTraffic } from './parts-of-traffic';
import { cannotTakeTurns, pingPongGaps } from './ping-pong-gaps';
import { antiAffinity, progressThreshold } from './pods-of-versions';
import type { RenderedStep } from './rendered-step';
import type { RenderedStrategy } from './rendered-strategy';
import { hasNextService } from './service';
import { sharedServiceGaps } from './shared-service-gaps';
import { stepGaps } from './step-gaps';
import { firstWatchedStep, renderSteps } from './steps';
import type { CanaryIntent } from '../../intent/canary';
import type { Problem } from '../../intent/problem';
import type { CanaryRolloutIntent } from '../../intent/rollout';
import type { ArgoRouting } from '../../intent/router';
import type { CanaryStrategy, TrafficRouting } from '../../manifests/argo-rollouts.generated';
import { below } from '../rendered';
import type { PartOrigin } from '../rendered';

/** The traffic moves step by step, a guard watches, and a router splits it if there is one. */
export function renderCanary(intent: CanaryRolloutIntent): RenderedStrategy {
  const steps = renderSteps(withAudiencesLed(intent, () => route(intent, [])));
  const guard = renderGuard(intent, firstWatchedStep(steps, intent.strategy.course));
  const routing = route(intent, managedRoutes(steps));
  return {
    strategy: { canary: canary(intent, steps, guard, routing) },
    origins: () => below(['canary'], origins(steps, guard)),
    routes: routing?.manifests ?? [],
    guard: guard.template,
    holdSeconds: shortestHold(intent.strategy.course),
    gaps: gaps(intent, routing),
    elsewhere: routing?.elsewhere ?? [],
    controllerWrites: routing?.controllerWrites,
  };
}

function canary(
  intent: CanaryRolloutIntent, steps: readonly RenderedStep[], guard: RenderedGuard, routing: ArgoRouting | undefined,
): CanaryStrategy {
  const { strategy, services, controller } = intent;
  const { scaleDownDelaySeconds, scaleDownRevisions, dynamicStableScale, replicaProgressThreshold: threshold } = controller.argo;
  // a Service that the Rollout names is narrowed to one version
  const turns = strategy.pingPong === true && !cannotTakeTurns(routing);
  const apart = strategy.router?.oneService !== true && !turns;
  return {
    ...(!apart || !hasNextService(intent) ? {} : { canaryService: services.next.name }),
    ...(routing === undefined ? {
      ...surge(strategy, controller.argo.controllerDefaults === true),
    } : {
      ...(apart ? { stableService: services.main.name } : {}),
      trafficRouting: withManagedRoutes(routing.trafficRouting, managedRoutes(steps)),
      minPodsPerReplicaSet: strategy.minimumCanaryPods,
      ...(strategy.keepAfterAbortSeconds === undefined ? {} : { abortScaleDownDelaySeconds: strategy.keepAfterAbortSeconds }),
      ...(strategy.maxUnavailable === undefined ? {} : { maxUnavailable: strategy.maxUnavailable }),
    }),
    ...(turns ? { pingPong: { pingService: services.main.name, pongService: services.next.name } } : {}),
    ...(guard.background === undefined ? {} : { analysis: guard.background }),
    ...(scaleDownDelaySeconds === undefined ? {} : { scaleDownDelaySeconds }),
    ...(scaleDownRevisions === undefined ? {} : { scaleDownDelayRevisionLimit: scaleDownRevisions }),
    ...(dynamicStableScale === undefined ? {} : { dynamicStableScale }),
    ...(threshold === undefined ? {} : { replicaProgressThreshold: progressThreshold(threshold) }),
    ...(controller.argo.antiAffinity === undefined ? {} : { antiAffinity: antiAffinity(controller.argo.antiAffinity) }),
    ...(strategy.canaryMetadata === undefined ? {} : { canaryMetadata: labelsAndAnnotations(strategy.canaryMetadata) }),
    ...(strategy.stableMetadata === undefined ? {} : { stableMetadata: labelsAndAnnotations(strategy.stableMetadata) }),
    steps: steps.map(({ step }) => partsOfTraffic(step, routing?.trafficRouting.maxTrafficWeight)),
  };
}

/** New pods come before old ones go, so that no step has fewer pods than the rollout asks for. */
function surge({ maxSurge, maxUnavailable }: CanaryIntent, leaves: boolean): Pick<CanaryStrategy, 'maxSurge' | 'maxUnavailable'> {
  if (!leaves) return { maxSurge: maxSurge ?? '25%', maxUnavailable: maxUnavailable ?? 0 };
  return { ...(maxSurge === undefined ? {} : { maxSurge }), ...(maxUnavailable === undefined ? {} : { maxUnavailable }) };
}

function route(intent: CanaryRolloutIntent, routes: readonly string[]): ArgoRouting | undefined {
  return intent.strategy.router?.argo?.({
    rollout: intent.name,
    namespace: intent.namespace,
    stableService: intent.services.main.name,
    canaryService: intent.services.next.name,
    port: intent.services.ports[0]?.port ?? 80,
    protocol: intent.protocol?.kind ?? 'http',
    managedRoutes: routes,
    pingPong: intent.strategy.pingPong === true,
    affinity: intent.strategy.affinity,
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

function gaps(intent: CanaryRolloutIntent, routing: ArgoRouting | undefined): readonly Problem[] {
  const { strategy } = intent;
  const after = strategy.gates.filter(gate => gate.place.kind === 'after-promotion').map(gate => ({
    property: gate.property,
    message: 'Argo Rollouts asks nothing after a canary was promoted',
    fix: 'use Gate.beforePromotion, with a last stage at a high weight',
  }));
  const unrouted = strategy.router !== undefined && routing === undefined ? [{
    property: 'traffic',
    message: `must be a router that Argo Rollouts knows, got ${strategy.router.kind}`,
    fix: 'choose one that docs/routers.md lists for it, such as GatewayApiTraffic, or leave the rollout to Flagger',
  }] : [];
  const kept = strategy.keepAfterAbortSeconds !== undefined && strategy.router === undefined ? [{
    property: 'keepAfterAbort',
    message: 'does nothing without traffic: pods of the canary are exchanged for those of the stable version as soon as a release is taken back',
    fix: 'leave it out, or choose a router',
  }] : [];
  return [
    ...after, ...unrouted, ...kept, ...stepGaps(strategy, routing), ...audienceGaps(intent, routing), ...affinityGaps(strategy, routing),
    ...sharedServiceGaps(intent), ...pingPongGaps(strategy, routing), ...mirrorGaps(strategy), ...(routing?.gaps ?? []),
  ];
}

function origins(steps: readonly RenderedStep[], guard: RenderedGuard): readonly PartOrigin[] {
  return [
    { path: ['canaryService'], property: 'services.canary' },
    { path: ['stableService'], property: 'services.stable' },
    { path: ['trafficRouting'], property: 'traffic' },
    { path: ['abortScaleDownDelaySeconds'], property: 'keepAfterAbort' },
    { path: ['scaleDownDelaySeconds'], property: 'controller.scaleDownDelay' },
    { path: ['scaleDownDelayRevisionLimit'], property: 'controller.scaleDownRevisions' },
    { path: ['dynamicStableScale'], property: 'controller.dynamicStableScale' },
    { path: ['replicaProgressThreshold'], property: 'controller.replicaProgressThreshold', alikeBelow: true },
    { path: ['antiAffinity'], property: 'controller.antiAffinity' },
    { path: ['minPodsPerReplicaSet'], property: 'minimumCanaryPods' },
    { path: ['maxSurge'], property: 'maxSurge' },
    { path: ['maxUnavailable'], property: 'maxUnavailable' },
    { path: ['canaryMetadata'], property: 'canaryMetadata', alikeBelow: true },
    { path: ['stableMetadata'], property: 'stableMetadata', alikeBelow: true },
    { path: ['pingPong'], property: 'pingPong' },
    { path: ['pingPong', 'pingService'], property: 'services.ping' },
    { path: ['pingPong', 'pongService'], property: 'services.pong' },
    { path: ['steps'], property: 'ramp' },
    ...below(['analysis'], guard.origins()),
    ...steps.flatMap(({ origins: own }, index) => below(['steps', index], own())),
  ];
}
