import { readText } from './files';
import { fenced, table } from './markdown';
import type { Blocks } from './markers';
import { snippetsIn, wordsOf } from './snippets';
import { Controller } from '../../src/controllers/controller';
import { writeRollout } from '../../src/pulumi/compiling/compile-rollout';
import type { RolloutValue } from '../../src/pulumi/compiling/compile-rollout';
import { ignoredFields } from '../../src/pulumi/registering/written-fields';
import { Scaling } from '../../src/strategy/scaling';
import { Strategy } from '../../src/strategy/strategy';
import { differences } from '../pulumi/parity/differences';
import { flaggerRouterCases } from '../traffic/flagger-router-cases';
import { routerCases } from '../traffic/router-cases';

/** What docs/pulumi.md says that the components say. */
export function pulumiBlocks(): Blocks {
  const document = 'docs/pulumi.md';
  const wrong = snippetsIn(document, readText(document)).find(({ file }) => file === 'wrong.ts');
  return {
    'pulumi-words': fenced('text', wrong === undefined ? 'no block marked <!-- file: wrong.ts -->' : wordsOf(`${wrong.preamble}${wrong.code}`)),
    'pulumi-writes': writesTable(),
    'pulumi-differences': table(['for constructs', 'here', 'why'], differences.map(({ there, here, why }) => [there, here, why])),
  };
}

const template = { spec: { containers: [{ name: 'app', image: 'registry.example/shop:1', ports: [{ containerPort: 8080 }] }] } };

/** What is left to the controllers, as it is told to Pulumi. */
function writesTable(): string {
  const flagger = Controller.flagger();
  const canaries = (cases: object, controller?: Controller) => Object.entries(cases as typeof routerCases).map(([router, { written }]) =>
    row(`\`${router}\``, { controller }, Strategy.canary({ traffic: written() })));
  const argo = [
    row('no router', {}, Strategy.canary()),
    row('blue-green', {}, Strategy.blueGreen()),
    row('with `scaling`', { scaling: Scaling.hpa({ min: 3, max: 9, cpuPercent: 70 }) }, Strategy.canary()),
    ...canaries(routerCases),
  ];
  const byFlagger = [row('blue-green', { controller: flagger }, Strategy.blueGreen()), ...canaries(flaggerRouterCases, flagger)];
  return [['Argo Rollouts', argo], ['Flagger', byFlagger]].map(([engine, rows]) => table([engine as string, 'left alone'], merged(rows as Row[]))).join('\n\n');
}

type Row = readonly [who: string, fields: string];

function row(who: string, value: RolloutValue, strategy: Strategy): Row {
  const { rendered: { manifests, controllerWrites = [] } } = writeRollout('shop', { template, ...value }, strategy);
  const fields = manifests.flatMap(manifest => ignoredFields(manifest, controllerWrites).map(field => `\`${field}\` of the ${manifest.kind}`));
  return [who, [...new Set(fields)].join(', ') || 'nothing'];
}

/** Those of which the same is so stand together. */
function merged(rows: readonly Row[]): readonly Row[] {
  const fields = [...new Set(rows.map(([, all]) => all))];
  return fields.map(all => [rows.filter(([, own]) => own === all).map(([who]) => who).join(', '), all]);
}
