import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as rolloutkit from 'rolloutkit';
import * as ts from 'typescript';
import { documents, expectedOf, readText, ROOT } from './docs/files';
import { generatedDocuments } from './docs/generated';
import { fill } from './docs/markers';
import { snippetsIn, wordsOf } from './docs/snippets';
import type { Snippet } from './docs/snippets';
import { ARCHITECTURE } from '../projenrc/floors';
import { readYaml } from '../src/manifests/yaml';

const generated = generatedDocuments();
// the files of a recipe compile where its lines were added: test/project/recipes.test.ts
const isOfRecipe = ({ file = '' }: Snippet) => /^(src|test)\//.test(file);
const snippets = documents.flatMap(file => snippetsIn(file, readText(file))).filter(snippet => !isOfRecipe(snippet));

describe('every document', () => {
  test.each(documents)('%s says what the library says (`npx projen examples` writes it anew)', file => {
    expect(readText(file)).toBe(generated[file]);
  });

  test.each(documents)('%s links to files that exist', file => {
    const links = [...readText(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => join(dirname(file), target));
    // written by the build, which runs after the tests
    expect(links.filter(target => target !== 'API.md' && !existsSync(join(ROOT, target)))).toEqual([]);
  });

  test.each(documents)('%s names tasks that exist', file => {
    const tasks = Object.keys((JSON.parse(readText('.projen/tasks.json')) as { tasks: object }).tasks);
    const named = [...readText(file).matchAll(/npx projen ([a-z][a-z:-]*)/g)].map(([, task]) => task);
    expect(named.filter(task => !tasks.includes(task))).toEqual([]);
  });
});

test.each(documents)('%s names files that exist', file => {
  const named = [...prose(file).matchAll(/`([\w./-]+\/[\w.-]*\.(?:ts|md|mjs))`/g)].map(([, name]) => name);
  const places = (name: string) => [name, join('src', name), join('src/engines/argo', name)].map(place => join(ROOT, place));
  const recipes = file === 'CONTRIBUTING.md' ? /image-tag|smi/ : /^$/;
  expect(named.filter(name => !recipes.test(name) && !places(name).some(existsSync))).toEqual([]);
});

test.each(documents)('%s names what is public as it is called', file => {
  const named = [...prose(file).matchAll(/(?<![\w.])([A-Z]\w+)\.([a-z]\w*)\b/g)].filter(([, owner]) => owner in rolloutkit);
  const wrong = named.filter(([, owner, member]) => !(member in (rolloutkit as unknown as Record<string, object>)[owner]));
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test('the numbers of the prose are those of the library', () => {
  const yaml = expectedOf('quickstart')['shop.k8s.yaml'];
  const metric = (template: string, from = yaml) => readYaml(from).documents.find(({ manifest }) => manifest.metadata.name === template)!
    .manifest.spec as { metrics: Record<string, string>[] };
  const [gate] = metric('checkout-success-rate').metrics;
  // twelve hours, two minutes, five minutes, 50 requests, two good answers, one bad one tolerated
  expect([Number(gate.count) * 2, gate.interval]).toEqual([12 * 60, '2m']);
  expect(Number(gate.consecutiveErrorLimit) * 10).toBe(5 * 60);
  expect(JSON.stringify(gate.provider)).toContain('>= 50');
  expect([gate.consecutiveSuccessLimit, gate.failureLimit]).toEqual([2, 1]);
  // the gates of the shortest example: one minute until the window is full, two minutes between good answers
  const [brief] = metric('minutes-error-rate', expectedOf('theory')['minutes.k8s.yaml']).metrics;
  expect([brief.initialDelay, brief.interval]).toEqual(['1m', '2m']);
  expect(metric('checkout-guard').metrics.slice(2).map(({ name, failureCondition }) => [name, failureCondition.split('&& ')[2]])).toEqual([
    ['catastrophic-errors', 'result[0] > 10'], ['restarts', 'result[0] > 2'], ['out-of-memory', 'result[0] > 0'],
  ]);
});

test('the floors in docs/architecture.md are those that are enforced', () => {
  const rows = [...readText('docs/architecture.md').matchAll(/^\| (\d) \| `([^`/]+)\/?` \|/gm)];
  const floors = new Map(rows.map(([, floor, entry]) => [entry, Number(floor)]));
  expect([...floors.keys()].sort()).toEqual(readdirSync(join(ROOT, 'src')).filter(entry => entry !== 'index.ts').sort());
  const enforced = ARCHITECTURE.forbidden as { name: string; to: { pathNot?: string } }[];
  const allowed = [...floors].flatMap(([entry, floor]) => {
    const { pathNot = '' } = enforced.find(({ name }) => name === `floor-of-${entry.replace('.ts', '')}`)!.to;
    const below = [...floors].filter(([other, itsFloor]) => other !== entry && (itsFloor < floor || (floor === 1 && other === 'intent' && entry !== 'graph')));
    return [...floors.keys()].filter(other => other !== entry && new RegExp(pathNot).test(`src/${other}${other.endsWith('.ts') ? '' : '/'}`) !== below.some(([name]) => name === other))
      .map(other => `${entry} -> ${other}`);
  });
  expect(allowed).toEqual([]);
});

test('the README is shorter than 150 lines', () => {
  expect(readText('README.md').trimEnd().split('\n').length).toBeLessThan(150);
});

test('every block of TypeScript compiles', () => {
  expect(snippets.length).toBeGreaterThan(3);
  expect(typeErrors(snippets)).toEqual([]);
});

test('fails on a block that does not compile', () => {
  const [wrong] = snippetsIn('wrong.md', "Words.\n\n```ts\nimport { Ramp } from 'rolloutkit';\nRamp.stages('5');\n```\n");
  expect(typeErrors([wrong])).toEqual([expect.stringContaining('wrong.md:3: ')]);
});

test('a preamble and a file name stand above a block', () => {
  const text = '<!-- file: src/a.ts -->\n```ts\nlet a = b;\n```\n<!-- before: declare const b: number; -->\n```ts\nlet c = b;\n```\n';
  expect(snippetsIn('x.md', text)).toEqual([
    { place: 'x.md:2', file: 'src/a.ts', code: 'let a = b;\n', preamble: '' },
    { place: 'x.md:6', file: undefined, code: 'let c = b;\n', preamble: 'declare const b: number;\n' },
  ]);
});

test('a program is told as its user reads it', () => {
  expect(wordsOf("process.stderr.write('careful\\n'); throw new Error('no');")).toBe('careful\nno');
});

test('fails on a place that nothing generates, and on a block without a place', () => {
  const document = 'a\n<!-- generated: x, by `npx projen examples` -->\nold\n<!-- end -->\n';
  expect(fill(document, { x: 'new' })).toBe(document.replace('old', 'new'));
  expect(fill(document, {})).toContain('nothing generates x');
  expect(fill(document, { x: 'new', y: 'lost' })).toContain('no place for y');
});

/** A document without its blocks of code. */
function prose(file: string): string {
  return readText(file).replace(/```[^]*?```/g, '');
}

/** All blocks in one run of the compiler, each as a file of its own: where it says it belongs, or at the root. */
function typeErrors(blocks: readonly Snippet[]): string[] {
  const files = new Map(blocks.map((block, index) => [join(ROOT, block.file ?? `block-${index}.ts`), block]));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'test', 'tsconfig.json'), ts.sys.readFile).config, ts.sys, join(ROOT, 'test'));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const textOf = (file: string) => files.has(file) ? `${files.get(file)!.preamble}${files.get(file)!.code}\nexport {};\n` : undefined;
  host.fileExists = file => files.has(file) || fileExists(file);
  host.readFile = file => textOf(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = textOf(file);
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false, skipLibCheck: true }, host);
  return program.getSourceFiles().filter(({ fileName }) => files.has(fileName)).flatMap(source => [
    ...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source),
  ].map(({ messageText }) => `${files.get(source.fileName)!.place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`));
}
