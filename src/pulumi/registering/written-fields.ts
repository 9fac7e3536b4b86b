import type { ControllerWrites } from '../../manifests/controller-writes';
import type { Manifest } from '../../manifests/manifest';
import { mayBeSameNamespace } from '../../manifests/namespaces';
import { isPending } from '../arguments/pending';

/**
 * The fields of an object that a controller changes, as `ignoreChanges` takes them: the provider knows no elements of lists and no keys
 * with dots, so that the whole field is left alone that holds them.
 */
export function ignoredFields(manifest: Manifest, writes: readonly ControllerWrites[]): readonly string[] {
  const paths = writes.filter(write => isOf(manifest, write)).flatMap(write => write.paths).filter(path => isDeclared(manifest, path));
  return [...new Set(paths.map(path => wholeField(manifest, path)))].sort();
}

function isOf({ apiVersion, kind, metadata }: Manifest, write: ControllerWrites): boolean {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return kind === write.kind && group === write.group && metadata.name === write.name
    && (isPending(metadata.namespace) || mayBeSameNamespace(write.namespace, metadata.namespace));
}

/** Of labels and annotations each belongs to who wrote it, so that nothing has to be said of one that is not declared. */
function isDeclared({ metadata }: Manifest, [first, field, key]: readonly string[]): boolean {
  if (first !== 'metadata' || key === undefined) return true;
  const map = (metadata as Readonly<Record<string, unknown>>)[field] as Readonly<Record<string, unknown>> | undefined;
  return isPending(map) || (map !== undefined && key in map);
}

function wholeField({ kind }: Manifest, path: readonly string[]): string {
  // a selector is one value to whoever applies it
  if (kind === 'Service' && path[1] === 'selector') return 'spec.selector';
  const end = path.findIndex(segment => !/^[A-Za-z_][\w-]*$/.test(segment));
  return (end < 0 ? path : path.slice(0, end)).join('.');
}
