// Manifests that were written by hand, through the component that takes them.
import { RolloutManifests } from 'rolloutkit/pulumi';
import { readManifests } from '../../harness/manifests';
import { isOn } from '../settings';
import type { Settings } from '../settings';

const WORKLOADS = ['Rollout', 'Deployment'];

export function program({ files = [], namespace, image, label }: Settings): void {
  const objects = readManifests(files);
  for (const { kind, metadata, spec } of objects) {
    if (WORKLOADS.includes(kind)) spec.template.spec.containers[0].image = image;
    if (isOn(label, `${kind}/${metadata.name}`)) metadata.labels = { ...metadata.labels, note: label!.value };
  }
  // the Flagger of the lab takes intervals of a second
  new RolloutManifests('shop', { objects, namespace, complete: true, ignoreRules: ['canary-settings-used'] });
}
