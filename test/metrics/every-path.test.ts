import { specimens } from './specimens';
import type { MetricProvider } from '../../src/manifests/argo-rollouts.generated';
import { readText } from '../docs/files';
import { leavesOf, pathsIn, schemaAt } from '../specimens/paths';
import type { Schema } from '../specimens/paths';

/** Providers that no metric source writes, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  job: 'a Job is something that is done, and no store of metrics',
  web: 'a request is something that is done, and no store of metrics',
};

const { schema } = JSON.parse(readText('test/crds/analysis-template.json')) as { schema: Schema };
const provider = schemaAt(schema, 'spec.metrics[].provider');

/** Everything that a source can be made to write, with numbers and with conditions, throughout and at a gate. */
function written(): Set<string> {
  const providers = specimens.flatMap(({ source, others = [], query }) => [source, ...others].flatMap(({ _store: store }): MetricProvider[] => [
    ...store.argo === undefined ? [] : [
      store.argo.judged({ query, role: 'gate', silence: 'nothing', criterion: { kind: 'at-least', threshold: 90 }, windowSeconds: 300 }).provider,
      store.argo.provider(query, 300),
    ],
  ]));
  return new Set(providers.flatMap(each => pathsIn(each, '')));
}

test('every path of a provider of Flagger can be reached by a typed property', () => {
  const { schema: ofTemplate } = JSON.parse(readText('test/crds/metric-template.json')) as { schema: Schema };
  const reachable = new Set(specimens.flatMap(({ source, flagger }) => [source, flagger?.source ?? source])
    .flatMap(({ _store: store }) => pathsIn(store.flagger?.('any').provider ?? {}, '')));
  expect(leavesOf(schemaAt(ofTemplate, 'spec.provider'), '').filter(path => !reachable.has(path))).toEqual([]);
});

test('every type of a provider of Flagger is a source', () => {
  const types = (schemaAt((JSON.parse(readText('test/crds/metric-template.json')) as { schema: Schema }).schema, 'spec.provider.type') as { enum?: string[] }).enum!;
  expect(types.filter(type => !specimens.some(({ source }) => source._store.flagger?.('any').provider.type === type))).toEqual([]);
});

// test/engines/argo/every-path.test.ts walks all that a program writes; this one finds a source that writes nothing, as long as nobody uses it.
test('every path of a provider of Argo Rollouts can be reached by a typed property, or is somebody else\'s with a reason', () => {
  const reached = written();
  const missing = leavesOf(provider, '').filter(path => !reached.has(path) && !Object.keys(elsewhere).some(name => path === name || path.startsWith(`${name}.`)));
  expect(missing).toEqual([]);
});

test('every provider is a source, or somebody else\'s with a reason', () => {
  const sources = new Set(specimens.map(({ source }) => source._store.argo?.queryPath[0]));
  expect(Object.keys(provider.properties!).filter(name => !sources.has(name)).sort()).toEqual(Object.keys(elsewhere).sort());
});
