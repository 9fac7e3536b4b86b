import * as pulumi from '@pulumi/pulumi';
import type { Manifest } from '../../manifests/manifest';
import { namespacesIn } from '../arguments/namespace';

const written = new WeakMap<object, readonly Manifest[]>();

/** Keeps what a component has written, for others that name it. */
export function keepWritten(component: object, manifests: readonly Manifest[]): void {
  written.set(component, manifests);
}

/** The manifests of components that were given as values, each once. */
export function writtenBy(components: readonly object[]): readonly Manifest[] {
  return [...new Set(components.flatMap(component => written.get(component) ?? []))];
}

/** What was registered in one run, by the provider that brings it into a cluster. A test may run several programs, each with a monitor of its own. */
const taken = new WeakMap<object, Map<unknown, Map<string, string>>>();

/** Runs by their connections, where one of them has several. */
const runs = new WeakMap<object, object>();

/** The connection of now belongs to this run. */
export function joinRun(run: object): void {
  runs.set(connection(), run);
}

function connection(): object {
  return pulumi.runtime.getMonitor() as object | undefined ?? pulumi.runtime;
}

interface Place {
  readonly provider: unknown;
  readonly owner: string;
}

/** An object that another component has. */
interface Taken {
  readonly manifest: Manifest;
  readonly owner: string;
}

/** The objects that another component of this run has already. Those that are free are taken. */
export function takenObjects(manifests: readonly Manifest[], { provider, owner }: Place): readonly Taken[] {
  const run = runs.get(connection()) ?? connection();
  const providers = taken.get(run) ?? new Map<unknown, Map<string, string>>();
  taken.set(run, providers);
  const owners = providers.get(provider) ?? new Map<string, string>();
  providers.set(provider, owners);
  const keys = manifests.filter(isPlaced).map(manifest => ({ manifest, key: keyOf(manifest) }));
  const found = keys.flatMap(({ manifest, key }) => owners.has(key) ? [{ manifest, owner: owners.get(key)! }] : []);
  if (found.length === 0) for (const { key } of keys) owners.set(key, owner);
  return found;
}

/** Of a namespace that is not known yet nobody can tell whether it is that of another object; one without a name gets its own. */
function isPlaced({ metadata: { name, namespace } }: Manifest): boolean {
  return name !== undefined && (namespace === undefined || (typeof namespace === 'string' && namespacesIn(namespace).size === 0));
}

function keyOf({ apiVersion, kind, metadata: { name, namespace = '' } }: Manifest): string {
  return JSON.stringify([apiVersion, kind, namespace, name]);
}
