import { readdirSync } from 'node:fs';
import * as rolloutkit from 'rolloutkit';
import { specimens } from './specimens';
import { readText } from '../docs/files';
import { classesIn } from '../docs/public-docs';
import { factOf } from '../docs/source-blocks';

const sources = classesIn('metrics');
const tests = readdirSync(__dirname).filter(file => file.endsWith('.test.ts')).map(file => readText(`test/metrics/${file}`));

test.each(sources)('$name is public', ({ name, file }) => {
  const line = `export { ${name}, type ${name}Options } from './${file.replace(/^src\/|\.ts$/g, '')}';`;
  expect(name in rolloutkit ? [] : [`add to src/index.ts: ${line}`]).toEqual([]);
});

test.each(sources)('$name is among the specimens that all of the conformance is asked of', ({ name }) => {
  expect(specimens.some(({ source }) => source.constructor.name === name) ? [] : [`add it to test/metrics/specimens.ts: new ${name}(...)`]).toEqual([]);
});

test.each(sources)('$name has a test of its own', ({ name, file }) => {
  expect(tests.some(text => text.includes(`new ${name}(`)) ? [] : [`add ${file.replace(/^src\/(.*)\.ts$/, 'test/$1.test.ts')}`]).toEqual([]);
});

test.each(sources)('$name says what it is asked, what it needs, what it answers, and how no data looks, to whom can ask it', ({ name, docs }) => {
  const { _store: store } = specimens.find(({ source }) => source.constructor.name === name)!.source;
  const wanted = [
    'Query',
    ...store.argo === undefined ? [] : ['Secret', 'Answer', 'No data'],
    ...store.flagger === undefined ? [] : ["Flagger's secret", "Flagger's answer", "Flagger's no data"],
  ];
  const every = ['Query', 'Secret', 'Answer', 'No data', "Flagger's secret", "Flagger's answer", "Flagger's no data"];
  expect(every.filter(fact => factOf(docs, fact) !== undefined)).toEqual(wanted);
});

test.each(sources)('$name is in docs/metric-sources.md', ({ name }) => {
  expect(readText('docs/metric-sources.md').includes(`| \`${name}\` |`) ? [] : ['run `npx projen examples`, which writes docs/metric-sources.md']).toEqual([]);
});
