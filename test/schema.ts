import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Limit = 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems';

interface Extensions {
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
}

/** The part of a structural schema that is checked here; expressions (`x-kubernetes-validations`) need a real server. */
interface Schema extends Extensions, Readonly<Partial<Record<Limit, number>>> {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
}

interface Pinned {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly scope?: 'Namespaced' | 'Cluster';
  readonly schema: Schema;
}

type Fields = Readonly<Record<string, unknown>>;

const folder = join(__dirname, 'crds');
const read = (file: string): Pinned => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const kinds = readdirSync(folder).filter(file => file.endsWith('.json')).map(read).filter(({ kind }) => kind);
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const text: Schema = { type: 'string' };
const objectMeta = read('object-meta.json').schema;

// Argo's CRDs let the volumes of a pod through unread, so a misspelt field would vanish only when the pods are made.
const volumes = read('pod-template-spec.json').schema.properties!.spec.properties!.volumes;

/**
 * What an API server with strict field validation would hold against a manifest, as `path: problem`.
 * A kind whose schema is not pinned in test/crds/ passes.
 */
export function schemaProblems(manifest: unknown): string[] {
  if (!isFields(manifest)) return [`must be an object, got ${shown(manifest)}`];
  const group = (apiVersion: unknown) => /^(?:(.*)\/)?[^/]*$/.exec(String(apiVersion))?.[1];
  const all = kinds.filter(({ kind, apiVersion }) => kind === manifest.kind && group(apiVersion) === group(manifest.apiVersion));
  // a kind that comes in two channels is pinned twice, and has to fit one of them
  const [fewest = []] = all.map(pinned => problemsBy(pinned, manifest)).sort((a, b) => a.length - b.length);
  return fewest;
}

function problemsBy(pinned: Pinned, manifest: Fields): string[] {
  const problems = manifest.apiVersion === pinned.apiVersion ? []
    : [`apiVersion: must be "${pinned.apiVersion}", got ${shown(manifest.apiVersion)}`];
  const metadata = isFields(manifest.metadata) ? manifest.metadata : {};
  if (metadata.name === undefined && metadata.generateName === undefined) problems.push('metadata.name: is missing');
  if (pinned.scope === 'Cluster' && metadata.namespace !== undefined) {
    problems.push(`metadata.namespace: a ${pinned.kind} belongs to the cluster and has no namespace`);
  }
  // A CRD says of metadata only that it is an object, and need not say of what it is one; the server knows the rest by itself.
  const schema = { ...pinned.schema, properties: { apiVersion: text, kind: text, ...pinned.schema.properties, metadata: objectMeta } };
  return [...problems, ...check(manifest, schema, '')];
}

/** Fails the test when a manifest is not what the API server would take; manifests of other kinds pass. */
export function expectValid(manifests: readonly unknown[]): void {
  const problems = manifests.flatMap(manifest => schemaProblems(manifest).map(problem => `${called(manifest)}: ${problem}`));
  if (problems.length > 0) {
    throw new Error(`An API server would refuse what was rendered, or drop a part of it:\n${problems.map(p => `  ${p}`).join('\n')}`);
  }
}

function check(value: unknown, schema: Schema, path: string): string[] {
  if (schema['x-kubernetes-preserve-unknown-fields'] && !schema.type) {
    return path.endsWith('.spec.volumes') ? check(value, volumes, path) : [];
  }
  const expected = schema['x-kubernetes-int-or-string'] ? 'integer or string' : schema.type;
  if (expected && !hasType(value, expected)) return [`${path}: must be ${expected}, got ${shown(value)}`];
  if (isFields(value)) return checkFields(value, schema, path);
  if (Array.isArray(value)) return checkItems(value, schema, path);
  return checkScalar(value, schema, path);
}

function checkFields(value: Fields, schema: Schema, path: string): string[] {
  const at = (name: string) => !path ? name : /^[\w-]+$/.test(name) ? `${path}.${name}` : `${path}["${name}"]`;
  const known = schema.properties ?? {};
  return [
    ...(schema.required ?? []).filter(name => value[name] === undefined).map(name => `${at(name)}: is missing`),
    ...Object.entries(value).filter(([, child]) => child !== undefined).flatMap(([name, child]) => {
      const childSchema = Object.hasOwn(known, name) ? known[name] : schema.additionalProperties;
      if (childSchema) return check(child, childSchema, at(name));
      return schema['x-kubernetes-preserve-unknown-fields'] ? [] : [`${at(name)}: is not a field; known are ${Object.keys(known).join(', ') || 'none'}`];
    }),
  ];
}

function checkItems(value: readonly unknown[], schema: Schema, path: string): string[] {
  const keys = schema['x-kubernetes-list-map-keys'];
  const identity = (item: unknown) => JSON.stringify(keys?.map(key =>
    (isFields(item) ? item[key] : undefined) ?? schema.items?.properties?.[key]?.default));
  const seen = new Map<string, number>();
  return [
    ...checkRange(value.length, schema.minItems, schema.maxItems, ' items', path),
    ...value.flatMap((item, index) => {
      const twin = keys && seen.get(identity(item));
      seen.set(identity(item), index);
      const twice = twin === undefined ? [] : [`${path}[${index}]: has the same ${keys!.join(' and ')} as ${path}[${twin}]`];
      return [...twice, ...check(item, schema.items ?? {}, `${path}[${index}]`)];
    }),
  ];
}

function checkScalar(value: unknown, schema: Schema, path: string): string[] {
  const problem = (wanted: string) => [`${path}: must ${wanted}, got ${shown(value)}`];
  if (schema.enum && !schema.enum.includes(value)) return problem(`be one of ${schema.enum.map(shown).join(', ')}`);
  if (typeof value === 'number') {
    const int32 = schema.format === 'int32' ? 2 ** 31 : Infinity;
    return checkRange(value, schema.minimum ?? -int32, schema.maximum ?? int32 - 1, '', path);
  }
  if (typeof value !== 'string') return [];
  if (schema.format === 'date-time' && !rfc3339.test(value)) return problem('be a time such as 2026-01-31T12:00:00Z');
  if (schema.pattern && !new RegExp(schema.pattern).test(value)) return problem(`match ${schema.pattern}`);
  return checkRange(value.length, schema.minLength, schema.maxLength, ' characters', path);
}

function checkRange(size: number, least = -Infinity, most = Infinity, unit: string, path: string): string[] {
  if (size < least) return [`${path}: must be at least ${least}${unit}, got ${size}`];
  return size > most ? [`${path}: must be at most ${most}${unit}, got ${size}`] : [];
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'object' || type === 'array') return type === 'array' ? Array.isArray(value) : isFields(value);
  if (type === 'integer or string') return typeof value === 'string' || Number.isInteger(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return isFields(value) ? 'an object' : String(typeof value === 'string' ? JSON.stringify(value) : value);
}

function called(manifest: unknown): string {
  const { kind = 'document', metadata } = isFields(manifest) ? manifest : {};
  return `${kind} ${(isFields(metadata) && metadata.name) || 'without a name'}`;
}
