import { argoBlocks } from './argo-blocks';
import { checkBlocks, linked } from './check-blocks';
import { corpusBlocks } from './corpus-blocks';
import { engineBlocks } from './engine-blocks';
import { documents, examples, expectedOf, readText } from './files';
import { gateBlocks } from './gate-blocks';
import { languageBlocks } from './language-blocks';
import { lessonBlocks } from './lesson-blocks';
import { lintBlocks } from './lint-blocks';
import { manifestBlocks } from './manifest-blocks';
import { fenced, table } from './markdown';
import { fill } from './markers';
import type { Blocks } from './markers';
import { classesIn } from './public-docs';
import { pulumiBlocks } from './pulumi-blocks';
import { routerBlocks } from './router-blocks';
import { snippetsIn, wordsOf } from './snippets';
import { sourceBlocks } from './source-blocks';
import { telemetryBlocks } from './telemetry-blocks';
import { readGraph } from '../../src/graph/graph';
import type { Graph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { flaggerStages } from '../../src/report/flagger-stages';
import type { StageTable } from '../../src/report/stage-table';
import { formatStagesAsMarkdown, stageTable } from '../../src/report/stages';
import { everyDescription as rules } from '../../src/rules/every-description';
import { evidenceOf } from '../../src/rules/evidence/evidence-of';
import { severities } from '../../src/rules/finding';

/** Every document with what the library says of itself filled in. `npx projen examples` writes them, a test compares. */
export function generatedDocuments(): Readonly<Record<string, string>> {
  const blocks: Readonly<Record<string, () => Blocks>> = {
    'README.md': readmeBlocks,
    'docs/argo-rollouts.md': argoBlocks,
    'docs/engines.md': engineBlocks,
    'docs/gates.md': gateBlocks,
    'docs/lessons.md': lessonBlocks,
    'docs/lint.md': lintBlocks,
    'docs/metric-sources.md': sourceBlocks,
    'docs/pulumi.md': pulumiBlocks,
    'docs/pulumi-languages.md': languageBlocks,
    'docs/pulumi-manifests.md': manifestBlocks,
    'docs/real-manifests.md': corpusBlocks,
    'docs/routers.md': routerBlocks,
    'docs/rules.md': () => ({ rules: rulesTable() }),
    'docs/upstream-checks.md': checkBlocks,
    'docs/telemetry.md': telemetryBlocks,
    ...Object.fromEntries(examples.map(name => [`examples/${name}/README.md`, () => ({ stages: stagesOf(name) })])),
  };
  return Object.fromEntries(documents.map(file => [file, fill(readText(file), blocks[file]?.() ?? {})]));
}

function readmeBlocks(): Blocks {
  const [yaml] = Object.values(expectedOf('quickstart'));
  const wrong = snippetsIn('README.md', readText('README.md')).find(({ file }) => file === 'wrong.ts');
  return {
    quickstart: fenced('ts', readText('examples/quickstart/main.ts')),
    stages: tablesOf('quickstart').map(formatStagesAsMarkdown).join('\n\n'),
    yaml: fenced('yaml', excerpt(yaml)),
    words: fenced('text', wrong === undefined ? 'no block marked <!-- file: wrong.ts -->' : wordsOf(`${wrong.preamble}${wrong.code}`)),
    parts: partsTable(),
  };
}

/** Everything of its kind that src holds. */
function partsTable(): string {
  const factories = (folder: string) => classesIn(folder).flatMap(each => each.factories.map(factory => `${each.name}.${factory.name}()`));
  const coded = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ');
  return table(['', 'in this version'], [
    ['routers', coded(classesIn('traffic').map(({ name }) => name))],
    ['the same on a route that exists', coded(factories('traffic'))],
    ['instrumentations', coded(factories('telemetry'))],
    ['metric stores', coded(classesIn('metrics').map(({ name }) => name))],
  ]);
}

/** The first stage, and how its gate decides. */
function excerpt(yaml: string): string {
  const [rollout, ...others] = yaml.split('\n---\n');
  const gate = others.find(text => text.includes('name: checkout-success-rate')) ?? '';
  return [
    '# Rollout shop/checkout, spec.strategy.canary', ...lines(rollout, /^ {6}steps:/, /^ {8}- setWeight: 40/),
    '# AnalysisTemplate shop/checkout-success-rate, spec.metrics',
    ...lines(gate, /^ {4}- \w+Limit/, /^ {6}provider:/), ...gate.split('\n').filter(line => line.startsWith('      successCondition')),
  ].map(line => line.replace(/^ {4}/, '')).join('\n');
}

function lines(text: string, from: RegExp, before: RegExp): string[] {
  const all = text.split('\n');
  const start = all.findIndex(line => from.test(line));
  return all.slice(start, all.findIndex((line, index) => index > start && before.test(line)));
}

function stagesOf(example: string): string {
  // the steps of a walk have one table together
  return [...new Set(tablesOf(example).map(each => [
    `#### ${each.resource}`, formatStagesAsMarkdown(each), `${capitalized(each.watching)}:`, each.watched.map(line => `- ${line}`).join('\n'),
  ].join('\n\n')))].join('\n\n');
}

function capitalized(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}

function tablesOf(example: string): readonly StageTable[] {
  return Object.values(expectedOf(example)).flatMap(yaml => tablesIn(readGraph(readYaml(yaml).documents)));
}

function tablesIn({ rollouts, canaries }: Graph): readonly StageTable[] {
  return [...rollouts.map(stageTable), ...canaries.map(flaggerStages)];
}

function rulesTable(): string {
  return table(['rule', 'severity', 'what must hold', 'what happens otherwise', 'evidence'], rules.map(rule => [
    `<a id="${rule.id}"></a>\`${rule.id}\``, severities[rule.class], rule.summary, rule.why, evidenceOf(rule).map(({ links: [link] }) => linked(link)).join(', '),
  ]));
}
