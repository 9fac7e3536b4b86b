import { GOOD, ROLLOUT, rolloutkit } from './command-line';

describe('with an object that is named and not there', () => {
  const rollout = GOOD.replace('maxUnavailable: 0', 'maxUnavailable: 0\n      canaryService: shop-canary');
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: shop-canary, namespace: shop }\nspec: { selector: { app: checkout } }\n';

  test('it may be elsewhere, which is worth a note', async () => {
    const { code, out, err } = await rolloutkit(['lint', 'a.yaml'], { 'a.yaml': rollout });
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^note {2}a\.yaml:14:7 {2}Rollout shop\/checkout .*names Service shop-canary, which is not in the input/);
    expect(err).toContain('1 object named and not in the input: name their files with --with, or say --complete if there are no others\n');
  });

  test('of many the first are told, and all of them to programs', async () => {
    const many = Array.from({ length: 12 }, (_, index) => rollout.replaceAll('checkout', `shop-${index}`).replace('shop-canary', `shop-canary-${index}`)).join('---\n');
    const { err } = await rolloutkit(['lint', 'a.yaml'], { 'a.yaml': many });
    expect(err.match(/^note/gm)).toHaveLength(10);
    expect(err).toContain('12 objects named and not in the input (2 more than shown): ');
    const { notes } = JSON.parse((await rolloutkit(['lint', 'a.yaml', '--format', 'json'], { 'a.yaml': many })).out) as { notes: { line: number }[] };
    expect(notes.map(({ line }) => line)).toEqual(notes.map((_, index) => 14 + 19 * index));
  });

  test('it does not exist when the input is complete', async () => {
    const { code, out } = await rolloutkit(['lint', 'a.yaml', '--complete'], { 'a.yaml': rollout });
    expect(code).toBe(1);
    expect(out).toContain('names Service shop-canary, which is not in the input');
  });

  test('it is known when the file of its owner is given', async () => {
    const { code, err } = await rolloutkit(['lint', 'a.yaml', '--with', 'theirs/', '--complete'], { 'a.yaml': rollout, 'theirs/b.yaml': service });
    expect([code, err]).toEqual([0, 'nothing found in 1 object\n']);
  });

  test('what is owned elsewhere is not judged', async () => {
    expect((await rolloutkit(['lint', 'b.yaml', '--with', 'a.yaml'], { 'a.yaml': ROLLOUT, 'b.yaml': service })).code).toBe(0);
  });

  test('what is judged may stand in the folder of what is owned elsewhere', async () => {
    const files = { 'all/a.yaml': rollout, 'all/b.yaml': service };
    expect(await rolloutkit(['lint', './all/a.yaml', '--with', 'all', '--complete'], { ...files, './all/a.yaml': rollout })).toMatchObject({ code: 0, out: '' });
    expect(await rolloutkit(['lint', 'all', '--with', 'all'], files)).toMatchObject({ code: 0, out: '' });
  });

  test('fails with 2 when the file of its owner cannot be read', async () => {
    const { code, err } = await rolloutkit(['lint', 'a.yaml', '--with', 'b.yaml'], { 'a.yaml': rollout, 'b.yaml': 'a: [' });
    expect(code).toBe(2);
    expect(err).toMatch(/^rolloutkit: b\.yaml:1:\d+: cannot be read/);
  });
});
