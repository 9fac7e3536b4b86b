import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, differences } from '../../conformance/harness/oracle';
import type { Oracle } from '../../conformance/harness/oracle';

describe('what is asked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-oracle-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function programOf(name: string, source: string): Oracle {
    const file = join(folder, `${name}.cjs`);
    writeFileSync(file, source);
    return { binary: process.execPath, args: [file] };
  }

  /** Answers each question with itself, and says how many came before. */
  const echo = () => programOf('echo', `
    const lines = require('node:readline').createInterface({ input: process.stdin });
    let before = 0;
    lines.on('line', line => console.log(JSON.stringify({ asked: JSON.parse(line), before: before++ })));
  `);

  test('is answered in order, objects and lines alike', async () => {
    expect(await ask(echo(), [{ id: 1, text: 'ü\n' }, '{"id":2}'])).toEqual([
      { asked: { id: 1, text: 'ü\n' }, before: 0 }, { asked: { id: 2 }, before: 1 },
    ]);
  });

  test('may be nothing, and may be a lot', async () => {
    expect(await ask(echo(), [])).toEqual([]);
    const many = await ask(echo(), Array.from({ length: 5000 }, (_, id) => ({ id, text: 'x'.repeat(100) })));
    expect(many.map(({ asked, before }) => (asked as { id: number }).id - (before as number)).filter(Boolean)).toEqual([]);
    expect(many).toHaveLength(5000);
  });

  test('is answered by who has not read all of it', async () => {
    const hasty = programOf('hasty', 'console.log("{}"); process.stdin.destroy(); setTimeout(() => process.exit(0), 20);');
    expect(await ask(hasty, Array(20_000).fill('x'.repeat(100)))).toEqual([{}]);
  });

  test('fails with what the oracle complains of', async () => {
    const broken = programOf('broken', 'console.error("no definitions"); process.exit(2);');
    await expect(ask(broken, ['{}'])).rejects.toThrow('the oracle ended with 2: no definitions');
  });

  test('fails when there is no oracle', async () => {
    await expect(ask({ binary: join(folder, 'nowhere') }, ['{}'])).rejects.toThrow('ENOENT');
  });

  test('fails when an answer is none', async () => {
    await expect(ask(programOf('chatty', 'console.log("ready")'), [])).rejects.toThrow('ready');
  });
});

describe('answers differ', () => {
  test.each<[string, unknown, unknown]>([
    ['the same', { a: [1, { b: null }] }, { a: [1, { b: null }] }],
    ['a part of a message', { verdicts: [{ message: 'not found' }] }, { verdicts: [{ message: 'service "a" not found' }] }],
    ['a part of an error', { error: 'panic' }, { error: 'a panic' }],
  ])('not when they are %s', (_, wanted, got) => {
    expect(differences(wanted, got)).toEqual([]);
  });

  test.each<[string, unknown, unknown, string[]]>([
    ['a value', { a: 1 }, { a: 2 }, ['a: expected 1, got 2']],
    ['a type', { a: 1 }, { a: '1' }, ['a: expected 1, got "1"']],
    ['something deeper', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, ['a.0.b: expected 1, got 2']],
    ['what is missing', { a: 1 }, {}, ['a: expected 1, got undefined']],
    ['what is too much', { a: [1] }, { a: [1, 2] }, ['a.1: expected undefined, got 2']],
    ['an object for a value', { a: { b: 1 } }, { a: 1 }, ['a: expected {"b":1}, got 1']],
    ['another message', { message: 'not found' }, { message: 'found' }, ['message: expected "not found", got "found"']],
    ['a part of what is no message', { object: 'Rollout' }, { object: 'Rollout shop' }, ['object: expected "Rollout", got "Rollout shop"']],
    ['more than one thing', { a: 1, b: 2 }, { a: 2, b: 1 }, ['a: expected 1, got 2', 'b: expected 2, got 1']],
  ])('by %s', (_, wanted, got, expected) => {
    expect(differences(wanted, got)).toEqual(expected);
  });
});
