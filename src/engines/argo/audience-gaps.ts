import { stagesOf } from '../../intent/course';
import type { PlacedStage } from '../../intent/course';
import type { Problem } from '../../intent/problem';
import type { StageIntent } from '../../intent/ramp';
import type { CanaryRolloutIntent } from '../../intent/rollout';
import type { ArgoRouting } from '../../intent/router';
import type { TrafficRouting } from '../../manifests/argo-rollouts.generated';

/** Behind which routers the controller takes a step that routes by headers. */
const able: readonly (keyof TrafficRouting)[] = ['istio', 'alb', 'apisix', 'plugins'];

/** Audiences that the controller cannot lead to the canary behind this router. */
export function audienceGaps({ strategy: { course, router } }: CanaryRolloutIntent, routing: ArgoRouting | undefined): readonly Problem[] {
  if (course.kind !== 'ramp' || router === undefined || routing === undefined) return [];
  return stagesOf(course).flatMap(({ stage, property }) => {
    const wrong = stage.audience === undefined ? undefined : unledReason(stage.audience, routing, router.kind);
    return wrong === undefined ? [] : [{ property: property('audience'), ...wrong }];
  });
}

type Reason = Pick<Problem, 'message' | 'fix'>;

function unledReason(audience: NonNullable<StageIntent['audience']>, routing: ArgoRouting, router: string): Reason | undefined {
  if (!routesHeaders(routing)) {
    return {
      message: `needs traffic that routes by headers, and traffic is ${router}, behind which Argo Rollouts cannot`,
      fix: 'choose GatewayApiTraffic or IstioTraffic for traffic, or leave the audience out',
    };
  }
  if (audience.length > 1 && routing.headerMatches === 'any') {
    return {
      message: `must be one condition where traffic is ${router}, behind which Argo Rollouts takes requests that fulfil any of several, got ${audience.length}`,
      fix: 'keep the one that marks the requests, or choose GatewayApiTraffic for traffic, where all of them must hold',
    };
  }
  const inexact = audience.find(({ value }) => value.kind !== 'exact');
  return inexact === undefined || routing.trafficRouting.alb === undefined ? undefined : {
    message: `must compare ${inexact.header} with a whole value where traffic is ${router}, behind which Argo Rollouts knows no expressions`,
    fix: 'use isExactly() of a header, or choose GatewayApiTraffic or IstioTraffic for traffic',
  };
}

/** The intent with those audiences alone that the controller can lead to the canary; of the others a problem is told. */
export function withAudiencesLed(intent: CanaryRolloutIntent, routingOf: () => ArgoRouting | undefined): CanaryRolloutIntent {
  const { course } = intent.strategy;
  if (course.kind !== 'ramp' || !stagesOf(course).some(isApart)) return intent;
  const routing = routingOf();
  if (routing !== undefined && stagesOf(course).every(({ stage }) => isLed(stage, routing))) return intent;
  // behind any router there can be more pods than the traffic needs, and without one pods are traffic
  const led = (stage: StageIntent): StageIntent => routing !== undefined && isLed(stage, routing) ? stage
    : { ...stage, audience: undefined, scale: routing === undefined ? undefined : stage.scale };
  return { ...intent, strategy: { ...intent.strategy, course: { ...course, test: course.test && led(course.test), ramp: course.ramp.map(led) } } };
}

function isLed({ audience }: StageIntent, routing: ArgoRouting): boolean {
  return audience === undefined || unledReason(audience, routing, '') === undefined;
}

function isApart({ stage }: PlacedStage): boolean {
  return stage.audience !== undefined || stage.scale !== undefined;
}

function routesHeaders({ trafficRouting, ignoredSteps }: ArgoRouting): boolean {
  return able.some(name => trafficRouting[name] !== undefined) && !ignoredSteps.includes('headers');
}
