import { syncWaves, waveAnnotation } from '../intent/delivery';
import type { DeliveryIntent } from '../intent/delivery';
import type { Manifest } from '../manifests/manifest';

/**
 * What a Rollout names and Argo CD has no health for, or one that is good at once. Routes that wait for somebody else, an Ingress for
 * its address and a Gateway API route for its Gateway, stay in the wave of the Rollout: a wave that is not healthy would keep the
 * Rollout out for ever. Argo CD applies an Ingress before any custom resource of its wave.
 */
const references = ['Service', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'VirtualService', 'DestinationRule', 'AlertProvider', 'MetricTemplate'];

/** The manifests with their places in the order in which they are applied. */
export function inWaves(manifests: readonly Manifest[], delivery: DeliveryIntent | undefined): readonly Manifest[] {
  const annotations = waveAnnotation(delivery, syncWaves.references);
  if (Object.keys(annotations).length === 0) return manifests;
  return manifests.map(manifest => !references.includes(manifest.kind) ? manifest : {
    ...manifest, metadata: { ...manifest.metadata, annotations: { ...annotations, ...manifest.metadata.annotations } },
  });
}
