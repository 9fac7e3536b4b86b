import { handsOver } from '../../intent/adopted';
import { scaledElsewhere } from '../../intent/delivery';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import type { ControllerWrites } from '../../intent/router';
import type { RolloutStrategy } from '../../manifests/argo-rollouts.generated';
import { POD_HASH_LABEL } from '../../manifests/names';

/** What the controller changes in the objects of a rollout once they are in the cluster. */
export function controllerWrites(
  { name, pods, scaling }: ArgoRolloutIntent, { canary, blueGreen }: RolloutStrategy, routing: readonly ControllerWrites[] = [],
): readonly ControllerWrites[] {
  const services = [
    canary?.stableService, canary?.canaryService, canary?.pingPong?.pingService, canary?.pingPong?.pongService,
    blueGreen?.activeService, blueGreen?.previewService,
  ].filter(service => typeof service === 'string');
  return [
    ...(pods.replicas === undefined || scaling !== undefined ? [scaledElsewhere(name)] : []),
    ...(pods.adopted !== undefined && handsOver(pods.adopted) ? [{ group: 'apps', kind: pods.adopted.kind, name: pods.adopted.name, paths: [['spec', 'replicas']] }] : []),
    // it narrows each of them to one version, by a label of its own beside those that are written
    ...[...new Set(services)].map(service => ({ group: '', kind: 'Service', name: service, paths: [['spec', 'selector', POD_HASH_LABEL]] })),
    ...routing,
  ];
}
