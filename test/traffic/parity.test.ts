import { readdirSync } from 'node:fs';
import * as rolloutkit from 'rolloutkit';
import { flaggerRouterCases } from './flagger-router-cases';
import { routerCases } from './router-cases';
import { readText } from '../docs/files';
import { classesIn } from '../docs/public-docs';

const routers = classesIn('traffic');
const tests = readdirSync(__dirname).filter(file => file.endsWith('.test.ts')).map(file => readText(`test/traffic/${file}`));

test.each(routers)('$name is public', ({ name, file }) => {
  const line = `export { ${name}, type ${name}Options } from './${file.replace(/^src\/|\.ts$/g, '')}';`;
  expect(name in rolloutkit ? [] : [`add to src/index.ts: ${line}`]).toEqual([]);
});

test.each(routers)('$name has a test', ({ name, file }) => {
  const tested = tests.some(text => text.includes(`new ${name}(`));
  expect(tested ? [] : [`add ${file.replace(/^src\/(.*)\.ts$/, 'test/$1.test.ts')}`]).toEqual([]);
});

test.each(routers)('$name is held against what every router is held against', ({ name }) => {
  expect(name in routerCases || name in flaggerRouterCases ? [] : [`add ${name} to test/traffic/router-cases.ts`]).toEqual([]);
});

test.each(routers)('$name is named in the README', ({ name }) => {
  expect(readText('README.md').includes(`\`${name}\``) ? [] : ['run `npx projen examples`, which writes README.md']).toEqual([]);
});
