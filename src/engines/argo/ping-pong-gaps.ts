import type { CanaryIntent } from '../../intent/canary';
import type { Problem } from '../../intent/problem';
import type { ArgoRouting } from '../../intent/router';
import type { TrafficRouting } from '../../manifests/argo-rollouts.generated';

/** Behind which routers the controller takes two Services that take turns. */
const able: readonly (keyof TrafficRouting)[] = ['alb', 'istio', 'plugins'];

/** Whether there is a router, and none behind which two Services could take turns. */
export function cannotTakeTurns(routing: ArgoRouting | undefined): boolean {
  return routing !== undefined && !able.some(name => routing.trafficRouting[name] !== undefined);
}

/** Services that cannot take turns are written as those of the stable version and of the canary, so that nothing else is said of them. */
export function pingPongGaps({ pingPong, router }: CanaryIntent, routing: ArgoRouting | undefined): readonly Problem[] {
  return pingPong !== true || !cannotTakeTurns(routing) ? [] : [{
    property: 'pingPong',
    message: `cannot be had from ${router?.kind}, behind which Argo Rollouts sends requests to the stable Service and to that of the canary`,
    fix: 'leave it out, or choose AlbTraffic or IstioTraffic for traffic',
  }];
}
