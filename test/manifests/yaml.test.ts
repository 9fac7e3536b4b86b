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
    ['a document that is a list', 'a: 1\n---\n- b\n', 3, /^a document must be a mapping with apiVersion and kind, got a list$/],
    ['plain words', 'hello\n', 1, /got a string$/],
    ['aliases that multiply', `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'.split('').map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`).join('\n')}\n`, 6, /^expands aliases into more than 100000 values, which is refused$/],
    ['a value that nests without end', `a: ${'['.repeat(20_000)}`, 1, /^nests too deeply: deeper than 500 levels$/],
  ])('%s', (_, text, line, message) => {
    const [problem] = readYaml(text).problems;
    expect(problem.message).toMatch(message);
    expect(problem.message).not.toContain('\n');
    expect(problem.line).toBe(line);
  });
});

describe('of a hostile text', () => {
  const long = 'x'.repeat(5_000_000);
  test.each([
    ['a text of 5 MB', `a: ${long}`, { line: 1, column: 4, message: 'holds a text of more than 4 MB, which no API server takes' }],
    ['5 MB in quotes', `a: "${long}"`, { line: 1, column: 4, message: 'holds a text of more than 4 MB, which no API server takes' }],
    ['a block of 5 MB', `b: 1\na: |\n  ${long}`, { line: 2, column: 4, message: 'holds a text of more than 4 MB, which no API server takes' }],
    ['10,000 levels of lists', '- '.repeat(10_000), { line: 1, column: 1001, message: 'nests too deeply: deeper than 500 levels' }],
    ['10,000 levels of lines', Array.from({ length: 10_000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), { line: 501, column: 502, message: 'nests too deeply: deeper than 500 levels' }],
    ['10,000 levels of JSON', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, { line: 1, column: 2501, message: 'nests too deeply: deeper than 500 levels' }],
    ['merges that multiply', `a: &a {${Array.from({ length: 1000 }, (_, key) => `k${key}: 1`).join(', ')}}\n${'b: {<<: *a}\n'.repeat(200)}`, { line: 51, column: 5, message: 'expands aliases into more than 100000 values, which is refused' }],
    ['an anchor that holds itself', 'a: &a [*a]', { line: 1, column: 8, message: 'has an anchor "&a" that contains itself' }],
    ['a tab for spaces', 'a:\n\tb: 1\n', { line: 2, column: 1, message: 'has a tab where only spaces may stand' }],
    ['a binary file', 'a: b\u0000', { line: 1, column: 5, message: 'holds the control character U+0000, which no text of YAML may' }],
    ['a number without end', 'a: .inf', { line: 1, column: 8, message: 'has a number that is not finite, for which Kubernetes has no place' }],
    ['a document behind a document', 'a: 1\n...\nb: 2\n', { line: 3, column: 1, message: 'has more behind the end of the document, which no client reads: begin a new one with "---"' }],
    ['a document on the line of its mark', '--- {a: 1}\n', { line: 1, column: 1, message: 'has "{a: 1}" behind "---", where clients of Kubernetes allow only a comment' }],
    ['a list as a key', '[a]: 1\n', { line: 1, column: 1, message: 'needs a key that is a text, got a list or a map' }],
    ['a second colon', 'a: b: c\n', { line: 1, column: 5, message: 'has a second colon in a value: put the value in quotes' }],
  ])('fails on %s, with its place', (_, text, problem) => {
    expect(readYaml(text).problems).toEqual([problem]);
  });

  test('a number of a million digits is a text, at once', () => {
    expect(readYaml(`a: ${'9'.repeat(1_000_000)}`).documents[0].manifest).toEqual({ a: '9'.repeat(1_000_000) });
  });

  test('keys that objects have anyway are keys like others', () => {
    const [{ manifest }] = readYaml('__proto__: { x: 1 }\nconstructor: 2\n').documents;
    expect(Object.entries(manifest)).toEqual([['__proto__', { x: 1 }], ['constructor', 2]]);
    expect(Object.getPrototypeOf(manifest)).toBe(Object.prototype);
  });

  test('100,000 documents, of which each has its line', () => {
    const { documents } = readYaml('---\na: 1\n'.repeat(100_000));
    expect([documents.length, documents[99_999].locate(['a'])]).toEqual([100_000, { line: 200_000, column: 1 }]);
  });
});

describe('JSON', () => {
  test('is read as such: characters in two halves, line ends before a colon', () => {
    const { documents, problems } = readYaml('{"a"\n:"\\ud83d\\ude00\\/", "b": [1e3, -0, null]}');
    expect([documents[0].manifest, problems]).toEqual([{ a: '\u{1f600}/', b: [1000, 0, null] }, []]);
  });

  test('may be several objects, one behind the other', () => {
    const { documents } = readYaml('{"metadata":{"name":"a}"}}\n{"metadata":\n{"name":"b"}}');
    expect(documents.map(({ manifest }) => manifest.metadata.name)).toEqual(['a}', 'b']);
    expect(documents[1].locate(['metadata', 'name'])).toEqual({ line: 3, column: 2 });
  });

  test('of any kind is read as JavaScript reads it', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.jsonValue()), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(readYaml(text).documents.map(({ manifest }) => manifest)).toEqual([JSON.parse(text)]);
    }), { seed: 7, numRuns: 300 });
  });
});

test('knows the template that Helm made it from', () => {
  const { documents } = readYaml(`---\n# Source: shop/templates/a.yaml\n${object('a')}---\n${object('b')}`);
  expect(documents.map(({ template }) => template)).toEqual(['shop/templates/a.yaml', undefined]);
});

test('says how a document is written where that is not what it seems', () => {
  const { documents } = readYaml('kind: List\nitems:\n- a: on\n  a: 010\n- { b: 1, <<: { b: 2 } }\n- yes: "on"\n');
  expect(documents.map((document) => document.written())).toEqual([
    [{ path: ['a'], kind: 'word', written: 'on' }, { path: ['a'], kind: 'word', written: '010' }, { path: ['a'], kind: 'twice' }],
    [{ path: ['b'], kind: 'merged' }],
    [{ path: ['true'], kind: 'key', written: 'yes' }],
  ]);
});

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    walk(new TextDecoder('utf-8').decode(bytes));
    walk(new TextDecoder('latin1').decode(bytes));
  }), { seed: 7, numRuns: 300 });
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom('a', ':', ' ', '\n', '- ', '{', '}', '[', ']', '&a', '*a', '"', '\'', '|', '>', '---\n', '#', '!', '%', '\t', '?', ',', '<<', 'kind: List\nitems:\n');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')), (text) => {
    walk(text);
  }), { seed: 7, numRuns: 1000 });
});

function walk(text: string): void {
  for (const document of readYaml(text).documents) {
    document.locate(['spec', 0, 'a']);
    document.written();
  }
}
