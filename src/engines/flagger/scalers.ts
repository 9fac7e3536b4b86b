import { targetName } from './service';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { CanaryAutoscalerRef } from '../../manifests/flagger.generated';

/** What scales the target; Flagger makes a copy of it for the primary. */
export function autoscalerReference(intent: FlaggerRolloutIntent): CanaryAutoscalerRef | undefined {
  const { scaling, controller: { flagger: { primaryScaler } } } = intent;
  if (scaling === undefined || scaling.kind === 'external') return undefined;
  const { minReplicas, maxReplicas, queries } = primaryScaler ?? {};
  const replicas = { ...(minReplicas === undefined ? {} : { minReplicas }), ...(maxReplicas === undefined ? {} : { maxReplicas }) };
  return {
    ...(scaling.kind === 'hpa'
      ? { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: targetName(intent) }
      : { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', name: scaling.name }),
    ...(queries === undefined ? {} : { primaryScalerQueries: queries }),
    ...(Object.keys(replicas).length === 0 ? {} : { primaryScalerReplicas: replicas }),
  };
}
