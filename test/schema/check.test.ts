import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { documentOf, mutated, pick, randomNumbers } from './documents';
import type { Fields } from './documents';
import { formatPath } from '../../src/graph/document';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import * as catalogue from '../../src/rules/catalogue';
import { judge } from '../../src/rules/judge';
import type { Rule } from '../../src/rules/rule';
import { faultsIn } from '../../src/schema/check';
import type { Fault } from '../../src/schema/fault';
import { schemaOf } from '../../src/schema/kinds';
import { schemaProblems } from '../schema';

const root = join(__dirname, '..', '..');
const PINNED = readdirSync(join(root, 'test', 'crds')).filter(file => file.endsWith('.json')).map(file => JSON.parse(readFileSync(join(root, 'test', 'crds', file), 'utf8')))
  .filter(({ kind }) => kind);
const KINDS = [...new Set(PINNED.map(({ kind, apiVersion }) => `${kind}${apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : ''}`))].sort();
const TWO_CHANNELS = KINDS.filter(kind => PINNED.filter(one => kind === `${one.kind}.${one.apiVersion.split('/')[0]}`).length > 1);

test('the shapes are what the generator makes of the pinned schemas', () => {
  const check = () => execFileSync(process.execPath, ['tools/generate-schemas.mjs', '--check'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  expect(check()).toBe('');
});

test('all of them are less than 110 KB, of which a document has those of its group read', () => {
  const folder = join(root, 'src', 'schema');
  const sizes = readdirSync(folder).filter(file => file.endsWith('.generated.ts')).map(file => statSync(join(folder, file)).size);
  expect(sizes).toHaveLength(4);
  expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(110_000);
});

test.each(KINDS)('%s is known', kind => {
  expect(schemaOf(kind)?.shapes).toHaveLength(TWO_CHANNELS.includes(kind) ? 2 : 1);
});

test.each(['Secret', 'Widget.example.com', 'constructor', '__proto__.argoproj.io', '.argoproj.io', ''])('nothing is known of %j', kind => {
  expect(schemaOf(kind)).toBeUndefined();
});

test('there is nothing against the manifests of the examples', () => {
  const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' }).filter(file => file.includes('expected') && file.endsWith('.yaml'));
  const found = files.flatMap(file => readYaml(readFileSync(join(root, 'examples', file), 'utf8')).documents
    .flatMap(({ manifest }) => faultsOf(manifest as unknown as Fields).map(fault => `${file} ${told(fault)}`)));
  expect(files.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});

describe.each(KINDS)('%s', kind => {
  test('with whatever fields, and with something changed in it, is found wrong where the pinned schema finds it wrong', () => {
    let [right, wrong] = [0, 0];
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), seed => {
      const random = randomNumbers(seed);
      let document = documentOf(kind, random, pick([0.03, 0.1, 0.3], random));
      for (let changes = pick([0, 1, 1, 2], random); changes > 0; changes--) document = mutated(document, random);
      document = withoutNulls(document) as Fields;
      const ours = faultsOf(document).filter(isPinned).map(({ path }) => plain(formatPath(path)));
      const theirs = schemaProblems(document).filter(isKept).map(pathOf);
      if (TWO_CHANNELS.includes(kind)) expect([document, ours.length]).toEqual([document, theirs.length]);
      else expect([document, [...new Set(ours)].sort()]).toEqual([document, [...new Set(theirs)].sort()]);
      if (ours.length > 0) wrong += 1;
      else right += 1;
    }), { numRuns: 150, seed: 7 });
    expect(right + wrong).toBe(150);
    expect(wrong).toBeGreaterThan(10);
  });
});

describe('a value that is not known yet', () => {
  class Later {
    public readonly resolve = () => 'later';
  }

  test('may be anything, wherever it stands', () => {
    const document = documentOf('Rollout.argoproj.io', randomNumbers(1), 0.6);
    const places = pathsIn(document.spec).map(path => ['spec', ...path]);
    const found = places.flatMap(path => {
      const copy = structuredClone(document);
      const parent = path.slice(0, -1).reduce<any>((value, key) => value[key], copy);
      parent[path.at(-1)!] = new Later();
      return faultsOf(copy).map(told);
    });
    expect(places.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  test('that is all of the document', () => {
    expect(faultsIn(new Later(), schemaOf('Rollout.argoproj.io')!)).toEqual([]);
  });
});

test('null is as good as absent', () => {
  const spec = { replicas: null, strategy: { canary: null }, selector: null };
  expect(faultsOf({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' }, spec })).toEqual([]);
  expect(faultsOf({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' }, spec: null }).map(told)).toEqual(['missing spec']);
});

test('fails on null in a list', () => {
  const spec = { strategy: { canary: { steps: [null] } } };
  expect(faultsOf({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' }, spec }).map(told)).toEqual(['type spec.strategy.canary.steps[0]']);
});

test('fails on keys that every object of JavaScript has', () => {
  const spec = JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3}');
  expect(faultsOf({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' }, spec }).map(told))
    .toEqual(['unknown spec.__proto__', 'unknown spec.constructor', 'unknown spec.toString']);
});

test('a document that contains itself is read to the end', () => {
  const document: Fields = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' } };
  document.spec = document;
  expect(faultsOf(document).map(told)).toEqual(['unknown spec.apiVersion', 'unknown spec.kind', 'unknown spec.metadata', 'unknown spec.spec']);
});

test('of a million mistakes the first few hundred are told, and soon', () => {
  const [steps, map]: [unknown[], Fields] = [Array.from({ length: 500_000 }, () => null), Object.fromEntries(Array.from({ length: 500_000 }, (_, index) => [`key${index}`, index]))];
  const document = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' }, spec: { ...map, strategy: { canary: { steps } } } };
  const begun = Date.now();
  expect(judge(readGraph([{ manifest: document }]), { rules: Object.values(catalogue).filter(({ givesWay }: Rule) => givesWay) })).toHaveLength(500);
  expect(Date.now() - begun).toBeLessThan(20_000);
});

test('no document makes it throw', () => {
  fc.assert(fc.property(fc.constantFrom(...KINDS), fc.object({ maxDepth: 6 }), fc.anything(), (kind, spec, metadata) => {
    expect(Array.isArray(faultsIn({ spec, metadata }, schemaOf(kind)!))).toBe(true);
    expect(Array.isArray(faultsIn({ spec: metadata }, schemaOf(kind)!))).toBe(true);
  }));
});

function faultsOf(document: Fields): readonly Fault[] {
  const { apiVersion, kind } = document as { apiVersion: string; kind: string };
  const schema = schemaOf(`${kind}${apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : ''}`);
  return schema?.apiVersions.includes(apiVersion) ? faultsIn(document, schema) : [];
}

function told({ fault, path }: Fault): string {
  return `${fault} ${formatPath(path)}`;
}

/**
 * The pinned schemas know no quantities where a definition leaves them open, and not how long a whole number may be that may be a
 * text; neither the number of fields nor rules in CEL are looked at in them.
 */
function isPinned(found: Fault): boolean {
  const { fault, shape, path, value } = found;
  return fault !== 'rule' && shape.type !== 'quantity' && !(fault === 'limit' && (shape.type === 'whole number or text' || found.unit === 'fields'))
    && !(fault === 'type' && shape.values?.type === 'quantity' && value !== undefined && /resources$/.test(formatPath(path.slice(0, -1))));
}

/** What has a default, or a zero that Kubernetes takes for it; and quantities, which are pinned as whole numbers or texts. */
function isKept(problem: string): boolean {
  return !/^\S*((metadata\.name|iscsi\.lun|(to|alternateBackends\[\d+\])\.kind|httpHeaders\[\d+\]\.value): is missing|(averageValue|divisor|sizeLimit|tolerance|target\.value|requests\.\w+|limits\.\w+): )/.test(problem);
}

function pathOf(problem: string): string {
  return plain(problem.slice(0, problem.indexOf(': ')));
}

/** The two write keys that are no words differently. */
function plain(path: string): string {
  return path.replace(/\["([^"]*)"\]/g, '.$1').replace(/^\./, '');
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(one => one !== null).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null).map(([key, one]) => [key, withoutNulls(one)]));
}

function pathsIn(value: unknown): (string | number)[][] {
  const below: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()]
    : typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return below.flatMap(([key, one]) => [[key], ...pathsIn(one).map(path => [key, ...path])]);
}
