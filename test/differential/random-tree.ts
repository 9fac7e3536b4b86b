import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edit, Fields, Key } from './case';
import { valueAt } from './case';
import type { Dice } from './dice';
import { pathsIn } from './mutation';
import { places } from './values';
import type { Place } from './values';

interface Schema {
  readonly 'type'?: string;
  readonly 'properties'?: Readonly<Record<string, Schema>>;
  readonly 'additionalProperties'?: Schema;
  readonly 'items'?: Schema;
  readonly 'required'?: readonly string[];
  readonly 'enum'?: readonly unknown[];
  readonly 'x-kubernetes-int-or-string'?: boolean;
}

const FILES: Readonly<Record<string, string>> = {
  Rollout: 'rollout',
  Experiment: 'experiment',
  AnalysisRun: 'analysis-run',
  AnalysisTemplate: 'analysis-template',
  ClusterAnalysisTemplate: 'cluster-analysis-template',
  Canary: 'canary',
  MetricTemplate: 'metric-template',
  AlertProvider: 'alert-provider',
};
const TEXTS = ['shop', 'shop-canary', 'main', '30s', '1m', 'x', '', 'http://x', '50%', '{{args.limit}}', 'nobody'];
const NUMBERS = [0, 1, 2, 5, 10, 50, 80, 100, 101, 600, -1];

/** Field names that a table of values knows, with everything that it writes there. */
type Names = ReadonlyMap<string, readonly unknown[]>;

export function namesIn(table: readonly Place[]): Names {
  const known = new Map<string, readonly unknown[]>();
  for (const { path, values } of table) {
    const name = path.at(-1) as string;
    const plain = values.filter(value => value !== undefined && (typeof value !== 'object' || value === null));
    if (plain.length > 0) known.set(name, [...known.get(name) ?? [], ...plain]);
  }
  return known;
}

const argoNames = namesIn(places);

const schemas = new Map<string, Schema>();

function schemaOf(kind: string): Schema {
  let schema = schemas.get(kind);
  if (schema === undefined) {
    schema = (JSON.parse(readFileSync(join(__dirname, '..', 'crds', `${FILES[kind]}.json`), 'utf8')) as { schema: Schema }).schema;
    schemas.set(kind, schema);
  }
  return schema;
}

/** Puts a tree by chance, of the shape that the definition asks for, in the place of a part of an object. */
export function randomTree(objects: readonly Fields[], dice: Dice, known: Names = argoNames): readonly Edit[] {
  const own = objects.flatMap((manifest, object) => String(manifest.kind) in FILES ? [object] : []);
  const object = dice.pick(own);
  const manifest = objects[object]!;
  // Deep places are many, and say little.
  const paths = pathsIn(manifest.spec, ['spec']).filter(path => path[1] !== 'template' || dice.chance(0.1)).filter(path => path.length < 8);
  const path = dice.pick(paths);
  const schema = path.reduce<Schema | undefined>((at, key) => at === undefined ? undefined : below(at, key), schemaOf(String(manifest.kind)));
  if (schema?.properties !== undefined && dice.chance(0.6)) {
    const name = dice.pick(Object.keys(schema.properties));
    return [{ object, path: [...path, name], value: tree(schema.properties[name]!, name, { dice, known, depth: 0 }) }];
  }
  return [{ object, path, value: schema === undefined ? valueAt(manifest, path) : tree(schema, String(path.at(-1)), { dice, known, depth: 0 }) }];
}

function below(schema: Schema, key: Key): Schema | undefined {
  return typeof key === 'number' ? schema.items : schema.properties?.[key] ?? schema.additionalProperties;
}

interface Growth {
  readonly dice: Dice;
  readonly known: Names;
  readonly depth: number;
}

function tree(schema: Schema, name: string, growth: Growth): unknown {
  const { dice, known } = growth;
  if (schema.enum !== undefined && dice.chance(0.9)) return dice.pick(schema.enum);
  const values = known.get(name);
  if (values !== undefined && dice.chance(0.6)) return dice.pick(values);
  if (schema['x-kubernetes-int-or-string'] === true) return dice.chance(0.5) ? dice.pick(NUMBERS) : dice.pick(TEXTS);
  switch (schema.type) {
    case 'object': return mapOf(schema, growth);
    case 'array': return Array.from({ length: dice.below(3) }, () => tree(schema.items ?? {}, name, deeper(growth)));
    case 'integer': case 'number': return dice.pick(NUMBERS);
    case 'boolean': return dice.chance(0.5);
    case 'string': return dice.pick(TEXTS);
    default: return { x: 'y' };
  }
}

function mapOf({ properties = {}, additionalProperties, required = [] }: Schema, growth: Growth): Fields {
  const { dice, depth } = growth;
  const names = Object.keys(properties);
  const share = Math.min(0.5, 2 / Math.max(1, names.length)) / (1 + depth / 2);
  const chosen = names.filter(name => required.includes(name) ? dice.chance(0.97) : dice.chance(share));
  const entries: [string, unknown][] = chosen.map(name => [name, tree(properties[name]!, name, deeper(growth))]);
  if (additionalProperties !== undefined && dice.chance(0.5)) entries.push(['key', tree(additionalProperties, 'key', deeper(growth))]);
  return Object.fromEntries(entries);
}

function deeper(growth: Growth): Growth {
  return { ...growth, depth: growth.depth + 1 };
}
