import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../../src/manifests/yaml';

/** Texts, and what kubectl reads in them; null where it refuses them. Made by conformance/oracle/yaml/record.mjs. */
const recorded = JSON.parse(readFileSync(join(__dirname, 'kubectl.json'), 'utf8')) as readonly (readonly [text: string, documents: readonly unknown[] | null])[];

/** Where we say something else, and why. */
const DIFFERENCES: readonly (readonly [text: RegExp, reason: string])[] = [
  [/^e:\n {4}a b:\n {6}null:/, 'a map with an impossible key, which a second key of the same name overwrites: kubectl does not look at it'],
  [/^constructor: \|-\n +text\ntrue:\n/, 'the same'],
];

test('what kubectl reads is what we read, and what it refuses is a problem', () => {
  const different = recorded.filter(([text, documents]) => {
    const content = readYaml(text);
    if (documents === null) {
      return content.problems.length === 0;
    }
    const read = content.documents.map(({ manifest }) => manifest);
    // what is no object at all is a problem that the API server would have
    return JSON.stringify(read.map(sorted)) !== JSON.stringify(documents.filter(isObject).map(sorted));
  }).filter(([text]) => !DIFFERENCES.some(([each]) => each.test(text)));
  expect(different.map(([text, documents]) => ({ text, kubectl: JSON.stringify(documents), rolloutkit: told(text) }))).toEqual([]);
});

test('there are enough texts of both kinds', () => {
  expect(recorded.length).toBeGreaterThan(1500);
  expect(recorded.filter(([, documents]) => documents === null).length).toBeGreaterThan(500);
});

function told(text: string): string {
  const { documents, problems } = readYaml(text);
  return problems[0]?.message ?? JSON.stringify(documents.map(({ manifest }) => manifest));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null ? Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, below]) => [key, sorted(below)]) : value;
}
