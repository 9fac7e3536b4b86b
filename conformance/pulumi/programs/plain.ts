// Manifests as the plain resources of @pulumi/kubernetes, as somebody would write them who has no library for it.
import * as k8s from '@pulumi/kubernetes';
import type { CustomResourceOptions, Resource } from '@pulumi/pulumi';
import { fit, readManifests } from '../../harness/manifests';
import type { KubeObject } from '../../harness/objects';
import { isOn } from '../settings';
import type { Settings } from '../settings';

/** What is released comes after all that it refers to. */
const SUBJECTS = ['Rollout', 'Canary'];
const WORKLOADS = ['Rollout', 'Deployment'];

export function program({ files = [], namespace, image, label, ignore = {}, force = false, metrics = 'http://127.0.0.1:1' }: Settings): void {
  const objects = readManifests(files);
  fit(objects, { namespace, metrics, receiver: metrics, factor: 1, shortestInterval: 1 });
  const others: Resource[] = [];
  for (const object of [...objects.filter(one => !SUBJECTS.includes(one.kind)), ...objects.filter(one => SUBJECTS.includes(one.kind))]) {
    const { kind, metadata, spec } = object;
    const path = `${kind}/${metadata.name}`;
    if (WORKLOADS.includes(kind)) spec.template.spec.containers[0].image = image;
    if (isOn(label, path)) metadata.labels = { ...metadata.labels, note: label!.value };
    // An Ingress has no address here, and a Service of a canary has endpoints only amid a release: nobody waits for them.
    metadata.annotations = { ...metadata.annotations, 'pulumi.com/skipAwait': 'true', ...force && { 'pulumi.com/patchForce': 'true' } };
    const made = register(path, object, { ignoreChanges: [...ignore[kind] ?? []], ...SUBJECTS.includes(kind) && { dependsOn: [...others] } });
    others.push(made);
  }
}

function register(name: string, { apiVersion, kind, ...rest }: KubeObject, options: CustomResourceOptions): Resource {
  switch (`${apiVersion} ${kind}`) {
    case 'v1 Service': return new k8s.core.v1.Service(name, rest, options);
    case 'apps/v1 Deployment': return new k8s.apps.v1.Deployment(name, rest as k8s.types.input.apps.v1.Deployment, options);
    case 'networking.k8s.io/v1 Ingress': return new k8s.networking.v1.Ingress(name, rest, options);
    default: return new k8s.apiextensions.CustomResource(name, { apiVersion, kind, ...rest }, options);
  }
}
