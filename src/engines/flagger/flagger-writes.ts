import { targetName } from './service';
import { targetReference } from './workload';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { ControllerWrites, FlaggerRouting } from '../../intent/router';

/** What Flagger changes in objects that are applied: it scales the workload, to none between releases. */
export function flaggerWrites(intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined): readonly ControllerWrites[] {
  const { kind } = targetReference(intent, routing);
  const paths = kind === 'DaemonSet' ? [['spec', 'template', 'spec', 'nodeSelector']] : [['spec', 'replicas']];
  return [
    ...(routing?.provider === 'knative' ? [] : [{ group: 'apps', kind: kind as string, name: targetName(intent), paths }]),
    ...(intent.scaling?.kind === 'keda' ? [{ group: 'keda.sh', kind: 'ScaledObject', name: intent.scaling.name, paths: [['metadata', 'annotations']] }] : []),
    ...(routing?.controllerWrites ?? []),
  ];
}
