import { objectMeta } from './object-meta';
import type { PartOrigin } from './rendered';
import type { RolloutIntent } from '../intent/rollout';
import type { HpaIntent } from '../intent/scaling';
import type { CrossVersionObjectReference, HorizontalPodAutoscaler, MetricSpec } from '../manifests/kubernetes.generated';
import type { Leaf } from '../manifests/leaf';
import type { Manifest } from '../manifests/manifest';

/** What Kubernetes takes where nothing is said. */
const defaultCpuPercent = 80;

/** An autoscaler of the workload that an engine writes. */
export function autoscaler(wish: HpaIntent, intent: RolloutIntent, target: Pick<CrossVersionObjectReference, 'apiVersion' | 'kind'>): { manifest: Manifest; origins: () => readonly PartOrigin[] } {
  const { min, max, scaleDownWindowSeconds } = wish;
  const object: HorizontalPodAutoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: objectMeta(intent.name, intent),
    spec: {
      scaleTargetRef: { ...target, name: intent.name },
      minReplicas: min,
      maxReplicas: max,
      metrics: metrics(wish),
      ...(scaleDownWindowSeconds === undefined ? {} : { behavior: { scaleDown: { stabilizationWindowSeconds: scaleDownWindowSeconds } } }),
    },
  };
  return { manifest: object as unknown as Manifest, origins: () => origins };
}

function metrics({ cpuPercent, memoryPercent }: HpaIntent): readonly MetricSpec[] {
  const cpu = cpuPercent ?? (memoryPercent === undefined ? defaultCpuPercent : undefined);
  return [...(cpu === undefined ? [] : [utilization('cpu', cpu)]), ...(memoryPercent === undefined ? [] : [utilization('memory', memoryPercent)])];
}

function utilization(name: string, averageUtilization: Leaf<number>): MetricSpec {
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } };
}

const origins: readonly PartOrigin[] = [
  { path: [], property: 'scaling' },
  { path: ['spec', 'minReplicas'], property: 'scaling.min' },
  { path: ['spec', 'maxReplicas'], property: 'scaling.max' },
];
