import fc from 'fast-check';
import { readYaml } from '../../src/manifests/yaml';

const names = (text: string): unknown[] => readYaml(text).documents.map(({ manifest }) => manifest.metadata.name);
const object = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

test('reads several documents, empty ones left out', () => {
  expect(names(`---\n${object('a')}---\n---\n# nothing\n---\n${object('b')}`)).toEqual(['a', 'b']);
});

test('reads JSON, Windows line ends and a byte order mark', () => {
  expect(names('{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}')).toEqual(['a']);
  expect(names(`\ufeff${object('a')}---\n${object('b')}`.replaceAll('\n', '\r\n'))).toEqual(['a', 'b']);
});

test('takes a List apart', () => {
  const text = `apiVersion: v1\nkind: List\nitems:\n- ${object('a').trim().replaceAll('\n', '\n  ')}\n- ${object('b').trim().replaceAll('\n', '\n  ')}\n`;
  const { documents } = readYaml(text, 'list.yaml');
  expect(documents.map(({ manifest, file }) => [manifest.metadata.name, file])).toEqual([['a', 'list.yaml'], ['b', 'list.yaml']]);
  expect(documents[1].locate(['metadata', 'name'])).toEqual({ line: 11, column: 5 });
});

test('knows anchors and merges', () => {
  const { documents } = readYaml('a: &x { b: 1 }\nc: { <<: *x, d: 2 }\n');
  expect(documents[0].manifest).toMatchObject({ c: { b: 1, d: 2 } });
});

describe('positions', () => {
  const [, document] = readYaml(`# first\n---\n${object('a')}---\nspec:\n  steps:\n    - setWeight: 5\n    - pause: {}\n  "a.b/c": 1\n`).documents;

  test.each([
    [['spec', 'steps', 0, 'setWeight'], { line: 10, column: 7 }],
    [['spec', 'steps', 1], { line: 11, column: 7 }],
    [['spec', 'a.b/c'], { line: 12, column: 3 }],
    [['spec', 'steps', 0, 'setWeight', 'nothing'], { line: 10, column: 7 }],
    [['spec', 'missing', 'below'], { line: 8, column: 1 }],
    [[], { line: 8, column: 1 }],
  ])('of %j, or the nearest part that is written', (path, position) => {
    expect(document.locate(path)).toEqual(position);
  });
});

describe('fails with one sentence and a place on', () => {
  test.each([
    ['a wrong indent', 'a: 1\n b: 2\n', 1, /./],
    ['a key twice', 'a: 1\na: 2\n', 2, /^map keys must be unique$/],
    ['a document that is a list', 'a: 1\n---\n- b\n', 3, /^a document must be a mapping with apiVersion and kind, got a list$/],
    ['plain words', 'hello\n', 1, /got a string$/],
    ['aliases that multiply', `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'.split('').map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`).join('\n')}\n`, 1, /aliases/],
    ['a value that nests without end', `a: ${'['.repeat(20_000)}`, 1, /nests too deeply|flow/],
  ])('%s', (_, text, line, message) => {
    const [problem] = readYaml(text).problems;
    expect(problem.message).toMatch(message);
    expect(problem.message).not.toContain('\n');
    expect(problem.line).toBe(line);
  });
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom('a', ':', ' ', '\n', '- ', '{', '}', '[', ']', '&a', '*a', '"', '\'', '|', '>', '---\n', '#', '!', '%', '\t', '?', ',', '<<', 'kind: List\nitems:\n');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')), (text) => {
    for (const document of readYaml(text).documents) {
      document.locate(['spec', 0, 'a']);
    }
  }), { numRuns: 500 });
});
