// What may differ between what a program for Pulumi writes and what constructs write; why it may is said there.
import { differences } from '../../test/pulumi/example-differences';
import type { Difference } from '../../test/pulumi/example-differences';
import type { KubeObject } from '../harness/objects';

/** Without all that may differ. */
export function alike(of: 'ofConstructs' | 'ofProgram', objects: readonly KubeObject[], allowed: readonly Difference[] = Object.values(differences)): KubeObject[] {
  return objects.map(object => allowed.reduce((all, difference) => (difference[of]?.(all as never) ?? all) as KubeObject, object));
}

/** Without what tells the provider what to wait for. */
export function withoutWaiting(objects: readonly KubeObject[]): KubeObject[] {
  return alike('ofProgram', objects, [differences['annotations of the provider']!]);
}
