import { specimens } from './specimens';
import type { MetricProvider } from '../../src/manifests/argo-rollouts.generated';
import { readText } from '../docs/files';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Providers that no metric source writes, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  job: 'a Job is something that is done, and no store of metrics',
  web: 'a request is something that is done, and no store of metrics',
};

const { schema } = JSON.parse(readText('test/crds/analysis-template.json')) as { schema: Schema };
const provider = schema.properties!.spec.properties!.metrics.items!.properties!.provider;

function pathsOf({ properties = {}, items }: Schema, path = ''): string[] {
  const below = [...Object.entries(properties), ...(items === undefined ? [] : [['[]', items] as const])];
  return [...(path === '' ? [] : [path]), ...below.flatMap(([name, child]) => pathsOf(child, name === '[]' ? `${path}[]` : path === '' ? name : `${path}.${name}`))];
}

function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Array.isArray(value) ? value.map(child => [`${path}[]`, child] as const)
    : Object.entries(value).map(([name, child]) => [path === '' ? name : `${path}.${name}`, child] as const);
  return [...(path === '' ? [] : [path]), ...below.flatMap(([place, child]) => pathsIn(child, place))];
}

/** Everything that a source can be made to write, with numbers and with conditions, throughout and at a gate. */
function written(): Set<string> {
  const providers = specimens.flatMap(({ source, others = [], query }) => [source, ...others].flatMap(({ _store: store }): MetricProvider[] => [
    store.argo({ query, role: 'gate', silence: 'nothing', criterion: { kind: 'at-least', threshold: 90 }, windowSeconds: 300 }).provider,
    store.argoProvider(query, 300),
  ]));
  return new Set(providers.flatMap(each => pathsIn(each)));
}

test('every path of a provider of Argo Rollouts can be reached by a typed property, or is somebody else\'s with a reason', () => {
  const reached = written();
  const missing = pathsOf(provider).filter(path => !reached.has(path) && !Object.keys(elsewhere).some(name => path === name || path.startsWith(`${name}.`)));
  expect(missing).toEqual([]);
});

test('every provider is a source, or somebody else\'s with a reason', () => {
  const sources = new Set(specimens.map(({ source }) => source._store.queryPath[0]));
  expect(Object.keys(provider.properties!).filter(name => !sources.has(name)).sort()).toEqual(Object.keys(elsewhere).sort());
});
