import fc from 'fast-check';
import { ROLLOUT, rolloutkit } from './command-line';
import { reportFormats } from '../../src/cli/report-formats';

const piece = fc.constantFrom(
  ROLLOUT, 'apiVersion: argoproj.io/v1alpha1\n', 'kind: Rollout\n', 'kind: List\nitems:\n', 'metadata:\n  annotations:\n    rolloutkit.dev/waive: |\n      surge\n', 'spec:\n',
  '- ', '  ', ': ', '{', '}', '[', ']', '&a', '*a', '"', '\'', '|', '---\n', '\n', '\r\n', '\t', '\u0000', '\ufeff', '<<: *a\n', '__proto__: 1\n', '{{ .Values.a }}', '😀',
);
const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const bytes = fc.oneof(texts.map((text) => Buffer.from(text)), fc.uint8Array({ maxLength: 60 }).map((each) => Buffer.from(each)));
const word = fc.oneof(
  fc.constantFrom('lint', 'rules', 'explain', 'completion', 'help', 'a.yaml', 'folder', '*.yaml', '-', '--', '--format', '--rule', '--with', '--waivers', '--baseline', '--write-baseline', '--complete',
    '--max-warnings', '5', '-1', '--color', '--class', 'risky', '--help', '-h', '-x', '--__proto__', 'toString', 'surge', 'bash', '', '=', '--format=', ...reportFormats),
  fc.string({ maxLength: 5 }),
);

test('whatever a file holds, the answer is findings, or one sentence and 2', async () => {
  await fc.assert(fc.asyncProperty(bytes, fc.constantFrom(...reportFormats), async (content, format) => {
    const { code, out, err } = await rolloutkit(['lint', 'a.yaml', '--format', format], { 'a.yaml': content });
    expect([0, 1, 2]).toContain(code);
    expect(err).not.toMatch(/\n {4}at |TypeError|RangeError/);
    if (code === 2) {
      expect([out, err.trimEnd().split('\n').length]).toEqual(['', 1]);
    }
  }), { numRuns: 300 });
});

test.each(['--with', '--waivers', '--baseline'])('whatever the file of %s holds, it is used, or refused in one sentence', async (option) => {
  await fc.assert(fc.asyncProperty(bytes, async (content) => {
    const { code, err } = await rolloutkit(['lint', 'a.yaml', option, 'other'], { 'a.yaml': ROLLOUT, 'other': content });
    expect([1, 2]).toContain(code);
    expect(err).toMatch(code === 2 ? /^rolloutkit: [^\n]+\n$/ : /error/);
  }), { numRuns: 150 });
});

test('whatever the command line is, it is obeyed, or refused in one sentence', async () => {
  await fc.assert(fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (args) => {
    const { code, out, err } = await rolloutkit(args, { 'a.yaml': ROLLOUT, 'folder/b.yaml': ROLLOUT });
    expect([0, 1, 2]).toContain(code);
    if (code === 2) {
      expect(out).toBe('');
      expect(err).toMatch(/^rolloutkit: [^\n]+\n$/);
    }
  }), { numRuns: 500 });
});
