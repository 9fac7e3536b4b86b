import { Lazy } from 'cdk8s';
import type { Opaque } from '../manifests/leaf';

/** A value that cdk8s asks for when it writes the manifest, and that no engine looks at. */
export function later(produce: () => unknown): Opaque {
  return Lazy.any({ produce }) as Opaque;
}
