import { handsOver } from '../../intent/adopted';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import type { RolloutStrategy } from '../../manifests/argo-rollouts.generated';
import { writesTo } from '../../manifests/controller-writes';
import type { ControllerWrites } from '../../manifests/controller-writes';

/** What the controller changes in the objects of a rollout once they are in the cluster. */
export function controllerWrites(
  { name, pods, scaling }: ArgoRolloutIntent, { canary, blueGreen }: RolloutStrategy, routing: readonly ControllerWrites[] = [],
): readonly ControllerWrites[] {
  const services = [
    canary?.stableService, canary?.canaryService, canary?.pingPong?.pingService, canary?.pingPong?.pongService,
    blueGreen?.activeService, blueGreen?.previewService,
  ].filter(service => typeof service === 'string');
  return [
    ...(pods.replicas === undefined || scaling !== undefined ? [writesTo.rolloutReplicas({ name })] : []),
    ...(pods.adopted !== undefined && handsOver(pods.adopted) ? [writesTo.replicas('apps', pods.adopted.kind, { name: pods.adopted.name })] : []),
    ...[...new Set(services)].map(service => writesTo.versionService({ name: service })),
    ...routing,
  ];
}
