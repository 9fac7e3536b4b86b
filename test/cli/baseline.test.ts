import { GOOD, RISKY, ROLLOUT, rolloutkit } from './command-line';

const ENTRY = '{"rule":"weights-increase","resource":"Rollout shop/checkout","path":"spec.strategy.canary.steps[2].setWeight","message":"must exceed the previous weight 40, got 30"}';
const baselineOf = (...entries: string[]) => `{\n  "version": 1,\n  "findings": [\n${entries.map((each) => `    ${each}`).join(',\n')}\n  ]\n}\n`;
const lint = (yaml: string, baseline: string, ...options: string[]) =>
  rolloutkit(['lint', 'a.yaml', '--baseline', 'known.json', ...options], { 'a.yaml': yaml, 'known.json': baseline });

test('is written with one finding a line, and the run ends with 0', async () => {
  expect(await rolloutkit(['lint', 'a.yaml', '--baseline', 'known.json', '--write-baseline'], { 'a.yaml': ROLLOUT })).toEqual({
    code: 0, out: '', err: 'wrote 1 finding to known.json\n', written: { 'known.json': baselineOf(ENTRY) },
  });
  expect((await rolloutkit(['lint', 'a.yaml', '--baseline', 'k', '--write-baseline'], { 'a.yaml': GOOD })).written).toEqual({ k: '{\n  "version": 1,\n  "findings": []\n}\n' });
});

test('holds back what was there, wherever it stands now', async () => {
  expect(await lint(`# moved\n\n${ROLLOUT}`, baselineOf(ENTRY))).toMatchObject({ code: 0, out: '', err: 'nothing found in 1 object, 1 in the baseline\n' });
});

test('fails on what is new, and on one more of what was there', async () => {
  const { code, err } = await lint(ROLLOUT.replace('setWeight: 30', 'setWeight: 20'), baselineOf(ENTRY));
  expect([code, err]).toEqual([1, '1 finding of the baseline is gone: write it anew with --write-baseline\n1 error in 1 object\n']);
  expect((await lint(`${ROLLOUT}---\n${ROLLOUT}`, baselineOf(ENTRY), '--rule', 'weights-increase')).err).toContain('1 error in 2 objects, 1 in the baseline\n');
});

test('counts what is there several times', async () => {
  const twice = `${ROLLOUT}---\n${ROLLOUT}`;
  const { written } = await rolloutkit(['lint', 'a.yaml', '--baseline', 'k', '--write-baseline', '--rule', 'weights-increase'], { 'a.yaml': twice });
  expect(written.k).toBe(baselineOf(ENTRY.replace('}', ',"count":2}')));
  expect((await lint(twice, written.k, '--rule', 'weights-increase')).code).toBe(0);
});

test('counts for warnings too', async () => {
  const { written } = await rolloutkit(['lint', 'a.yaml', '--baseline', 'k', '--write-baseline'], { 'a.yaml': RISKY });
  expect((await lint(RISKY, written.k, '--max-warnings', '0')).code).toBe(0);
});

test.each([
  ['of something else', '[]', 'known.json: is no baseline, write one with --write-baseline'],
  ['of another version', '{"version":2,"findings":[]}', 'known.json: is no baseline, write one with --write-baseline'],
  ['with something else in it', '{"version":1,"findings":[{"rule":1}]}', 'known.json: is no baseline, write one with --write-baseline'],
  ['that is no JSON', '{', 'known.json: is no baseline, write one with --write-baseline'],
])('fails with one %s', async (_, text, message) => {
  expect(await lint(ROLLOUT, text)).toMatchObject({ code: 2, out: '', err: `rolloutkit: ${message}\n` });
});

test('fails without a file to write to, or where that cannot be written', async () => {
  expect(await rolloutkit(['lint', 'a.yaml', '--write-baseline'], { 'a.yaml': GOOD })).toMatchObject({ code: 2, err: 'rolloutkit: lint: --write-baseline needs a file to write to: --baseline FILE\n' });
  expect(await rolloutkit(['lint', 'a.yaml', '--write-baseline', '--baseline', '/locked/x'], { 'a.yaml': GOOD })).toMatchObject({ code: 2, err: 'rolloutkit: /locked/x: cannot be written (EACCES)\n' });
});
