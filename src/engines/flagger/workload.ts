import { targetName } from './service';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { FlaggerRouting } from '../../intent/router';
import type { CanaryTargetRef } from '../../manifests/flagger.generated';
import type { Manifest } from '../../manifests/manifest';
import { objectMeta } from '../object-meta';
import type { PartOrigin } from '../rendered';

/** What the Canary is about. */
export function targetReference(intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined): CanaryTargetRef {
  return { ...kindOf(intent, routing), name: targetName(intent) };
}

/** The workload that the rollout writes: the pods of the new version, which Flagger scales to none between releases. */
export function workload(intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined): { manifest: Manifest; origins: readonly PartOrigin[] } {
  const { pods, strategy } = intent;
  const { apiVersion, kind } = kindOf(intent, routing);
  const common = { apiVersion, kind, metadata: objectMeta(intent.name, intent, intent.annotations) };
  if (kind === 'Service') return { manifest: { ...common, spec: { template: pods.template } } as unknown as Manifest, origins };
  const manifest = {
    ...common,
    spec: {
      ...(pods.replicas === undefined || kind === 'DaemonSet' ? {} : { replicas: pods.replicas }),
      ...(strategy.progressDeadlineSeconds === undefined || kind === 'DaemonSet' ? {} : { progressDeadlineSeconds: strategy.progressDeadlineSeconds }),
      ...(pods.selector === undefined ? {} : { selector: { matchLabels: pods.selector } }),
      // the primary is updated in the same way, and has all of the traffic meanwhile
      ...(kind === 'DaemonSet' ? { updateStrategy: { type: 'RollingUpdate' } } : { strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } } }),
      template: pods.template,
    },
  };
  return { manifest: manifest as unknown as Manifest, origins };
}

function kindOf({ controller: { flagger }, pods: { adopted } }: FlaggerRolloutIntent, routing: FlaggerRouting | undefined) {
  if (routing?.provider === 'knative') return { apiVersion: 'serving.knative.dev/v1', kind: 'Service' } as const;
  if (adopted !== undefined) return { apiVersion: 'apps/v1', kind: adopted.kind === 'DaemonSet' ? 'DaemonSet' : 'Deployment' } as const;
  return { apiVersion: 'apps/v1', kind: flagger.daemonSet === true ? 'DaemonSet' : 'Deployment' } as const;
}

const podSpec = ['spec', 'template', 'spec'];
const origins: readonly PartOrigin[] = [
  { path: ['metadata', 'name'], property: 'metadata.name' },
  { path: ['spec', 'replicas'], property: 'replicas' },
  { path: ['spec', 'progressDeadlineSeconds'], property: 'progressDeadline' },
  { path: ['spec', 'selector'], property: 'selector' },
  { path: podSpec, property: 'containers' },
  { path: [...podSpec, 'containers'], property: 'containers', alikeBelow: true },
  { path: [...podSpec, 'initContainers'], property: 'initContainers', alikeBelow: true },
  { path: ['spec', 'template', 'metadata'], property: 'podMetadata', alikeBelow: true },
];
