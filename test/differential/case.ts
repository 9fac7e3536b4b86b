/** A bundle of manifests: a known one, and what is changed in it. */
export interface Case {
  readonly base: string;
  readonly edits: readonly Edit[];
}

export type Key = string | number;
export type Fields = Record<string, unknown>;

/** One value in another place or form; without a value it is taken out. An empty path is the object itself. */
export interface Edit {
  readonly object: number;
  readonly path: readonly Key[];
  readonly value?: unknown;
}

/** The manifests of a case. An edit whose place is gone by an earlier one does nothing. */
export function manifestsOf(base: readonly Fields[], edits: readonly Edit[]): Fields[] {
  const objects: (Fields | undefined)[] = structuredClone([...base]);
  for (const { object, path, value } of edits) {
    const [last, around] = [path.at(-1), parentOf(objects[object], path)];
    if (last === undefined) objects[object] = undefined;
    else if (typeof around !== 'object' || around === null) continue;
    else if (value !== undefined) (around as Fields)[Array.isArray(around) ? Math.min(Number(last), around.length) : last] = structuredClone(value);
    else if (Array.isArray(around)) around.splice(Number(last), 1);
    else delete (around as Fields)[last];
  }
  const [namespace] = base.flatMap(({ metadata }) => (metadata as Fields).namespace ?? []);
  return objects.filter(object => object !== undefined).map(object => within(object, namespace ?? 'shop'));
}

/** Where an object is that does not say so is up to who applies it: here, where the others are. */
function within(object: Fields, namespace: unknown): Fields {
  const { kind, metadata } = object;
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata) || ('namespace' in metadata && metadata.namespace !== '') || String(kind).startsWith('Cluster')) return object;
  return { ...object, metadata: { ...metadata, namespace } };
}

export function valueAt(value: unknown, path: readonly Key[]): unknown {
  return path.reduce((found, key) => typeof found === 'object' && found !== null ? (found as Fields)[key] : undefined, value);
}

function parentOf(object: unknown, path: readonly Key[]): unknown {
  return valueAt(object, path.slice(0, -1));
}
