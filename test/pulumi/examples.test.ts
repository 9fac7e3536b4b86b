import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parse } from 'yaml';
import { differences } from './example-differences';
import type { ProgramRan, ProgramRun } from './examples-run';
import type { Manifest } from '../../src/manifests/manifest';
import { readYaml } from '../../src/manifests/yaml';
import { examples, expectedOf, findingsTold, readText, ROOT } from '../docs/files';

/** A stack of an example, and the files that the cdk8s form writes of the same. */
interface Stack extends ProgramRun {
  readonly files: readonly string[];
}

const docutag = (name: string, config: Readonly<Record<string, string>>) => (
  { config: { version: '1.1.0', ...config }, files: [`${name}.k8s.yaml`] }
);

/** Where the cdk8s form writes at once what is several stacks here, or one stack as time goes on. */
const several: Readonly<Record<string, readonly Omit<Stack, 'example'>[]>> = {
  'docutag': [
    docutag('docutag', {}),
    docutag('docutag-blue-green', { strategy: 'blue-green', namespace: 'docutag-blue-green', host: 'blue-green.docutag.example.com' }),
    docutag('docutag-strict', { threshold: '3', atLeast: '99.5', namespace: 'docutag-strict', host: 'strict.docutag.example.com' }),
  ],
  'hand-over': ['1', '2', '3', '4'].map(step => ({ config: { step }, files: [`shop.step-${step}.k8s.yaml`] })),
};

const stacks: readonly Stack[] = examples.flatMap(example => (several[example] ?? [{ config: {}, files: Object.keys(expectedOf(example)) }])
  .map(({ config, files }) => ({ example, config: { ...defaultsOf(example), ...config }, files })));
const titles = stacks.map(({ example, files }, index) => [example, files.join(', '), index] as const);
let ran: readonly ProgramRan[];

// One process for all: most of its time goes into reading our sources and the SDK.
beforeAll(() => {
  const args = ['-r', './scripts/from-sources.cjs', join('test', 'pulumi', 'examples-run.ts'), JSON.stringify(stacks)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  ran = stdout.trim().split('\n').map(line => JSON.parse(line) as ProgramRan);
}, 120_000);

test.each(titles)('examples/%s registers what the constructs write into %s', (_, __, index) => {
  expect(registered(index)).toEqual(written(index));
});

test.each(Object.entries(differences).map(([name, { why }]) => [name, why]))('%s may differ: %s', name => {
  const others = Object.values(differences).filter(difference => difference !== differences[name]);
  const isEqual = (index: number) => JSON.stringify(sorted(registered(index, others))) === JSON.stringify(sorted(written(index, others)));
  expect(stacks.filter((_, index) => !isEqual(index))).not.toEqual([]);
});

describe.each(examples)('examples/%s/pulumi', example => {
  const told = (line: string) => /^(\w+)\b.*?(?:\(([\w-]+)\))?$/s.exec(line)!.slice(1).map(part => part ?? 'property').join(' ');
  // Pulumi changes what its program has changed, and so brings no pods back with a later run
  const ofApply = ['warning adopted-replicas'];

  test('tells what the constructs tell', () => {
    const expected = findingsTold(example).split('\n').filter(line => line !== '').map(told).filter(each => !ofApply.includes(each));
    expect(ran.filter((_, index) => stacks[index].example === example).flatMap(each => each.told.map(told)).sort()).toEqual(expected.sort());
  });

  test('is a project that a newcomer can start', () => {
    expect(projectOf(example)).toMatchObject({ name: example, runtime: 'nodejs', main: 'index.ts', description: expect.stringMatching(/^[A-Z]/) });
    const page = readText(`examples/${example}/README.md`);
    expect(page).toContain('[pulumi/index.ts](pulumi/index.ts)');
    expect(page).toContain(`cd examples/${example}/pulumi\n`);
    for (const name of needed(example)) expect(page).toContain(`pulumi config set ${name} `);
  });
});

type Objects = Readonly<Record<string, Manifest>>;

function registered(index: number, allowed = Object.values(differences)): Objects {
  return byName(ran[index].objects as readonly Manifest[], allowed.map(({ ofProgram }) => ofProgram));
}

function written(index: number, allowed = Object.values(differences)): Objects {
  const { example, files } = stacks[index];
  const objects = files.flatMap(file => readYaml(expectedOf(example)[file], file).documents.map(({ manifest }) => manifest));
  return byName(objects, allowed.map(({ ofConstructs }) => ofConstructs));
}

/** The objects after each of the changes, as JSON has them. Two of one name would be one. */
function byName(objects: readonly Manifest[], changes: readonly (((object: Manifest) => Manifest) | undefined)[]): Objects {
  const changed = objects.map(object => changes.reduce((all, change) => change?.(all) ?? all, object));
  const named = changed.map(object => [`${object.kind} ${object.metadata.namespace}/${object.metadata.name}`, object] as const);
  expect(new Set(named.map(([name]) => name)).size).toBe(objects.length);
  return JSON.parse(JSON.stringify(Object.fromEntries(named))) as Objects;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}

interface Project {
  readonly config?: Readonly<Record<string, { readonly default?: string | number }>>;
}

function projectOf(example: string): Project {
  return parse(readText(`examples/${example}/pulumi/Pulumi.yaml`)) as Project;
}

/** What the engine hands to a program whose stack says nothing. */
function defaultsOf(example: string): Readonly<Record<string, string>> {
  const entries = Object.entries(projectOf(example).config ?? {}).filter(([, value]) => value.default !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value.default)]));
}

/** What a stack has to say. */
function needed(example: string): readonly string[] {
  return Object.entries(projectOf(example).config ?? {}).filter(([, value]) => value.default === undefined).map(([key]) => key);
}
