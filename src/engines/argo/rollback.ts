import type { Problem } from '../../intent/problem';
import type { ArgoRolloutIntent } from '../../intent/rollout';

/** The controller takes a release back by itself, and starts nothing of anybody's then. */
export function rollbackGaps({ strategy }: ArgoRolloutIntent): readonly Problem[] {
  return strategy.gates.filter(gate => gate.place.kind === 'on-rollback').map(({ property }) => ({
    property,
    message: 'Argo Rollouts runs nothing when it takes a release back, got Hook.onRollback',
    fix: 'subscribe to its notification with the annotation notifications.argoproj.io/subscribe.on-rollout-aborted.<service>, where the service may be a webhook',
  }));
}
