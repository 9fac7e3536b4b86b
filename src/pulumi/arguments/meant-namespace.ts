import { namespacesIn, withNamespaceFor } from './namespace';
import type { Manifest } from '../../manifests/manifest';
import { isPlainMap } from '../../schema/plain-map';

/**
 * The objects of a component and those beside them, as they are judged. Two namespaces of which one is not known yet may be the same: what
 * is beside it stands in that of the component as well, since it is asked for there by its name alone, or in its own together with that.
 */
export function inMeantNamespace(
  own: readonly Manifest[], beside: readonly Manifest[], namespace: string | undefined,
): readonly [readonly Manifest[], readonly Manifest[]] {
  const meant = (manifest: Manifest): Manifest => namespace === undefined ? manifest : told(manifest, namespace) as Manifest;
  return [own.map(meant), beside.flatMap(manifest => [meant(manifest), ...here(meant(manifest), namespace)])];
}

function told(value: unknown, namespace: string): unknown {
  if (typeof value === 'string') return withNamespaceFor(value, namespace);
  if (Array.isArray(value)) return value.map(each => told(each, namespace));
  return isPlainMap(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, told(each, namespace)])) : value;
}

function here(manifest: Manifest, namespace: string | undefined): readonly Manifest[] {
  const { namespace: own, ...metadata } = manifest.metadata;
  if (own === undefined || own === namespace || !(isToCome(own) || isToCome(namespace))) return [];
  return [{ ...manifest, metadata: namespace === undefined ? metadata : { ...metadata, namespace } }];
}

function isToCome(namespace: unknown): boolean {
  return namespace !== undefined && (typeof namespace !== 'string' || namespacesIn(namespace).size > 0);
}
