import { targetName } from './service';
import { targetReference } from './workload';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { FlaggerRouting } from '../../intent/router';
import { writesTo } from '../../manifests/controller-writes';
import type { ControllerWrites } from '../../manifests/controller-writes';

/** What Flagger changes in objects that are applied. */
export function flaggerWrites(intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined): readonly ControllerWrites[] {
  const { kind } = targetReference(intent, routing);
  return [
    ...(routing?.provider === 'knative' ? [] : [writesTo.target(kind as string, { name: targetName(intent) })]),
    ...(intent.scaling?.kind === 'keda' ? [writesTo.scaledObject({ name: intent.scaling.name })] : []),
    ...(routing?.controllerWrites ?? []),
  ];
}
