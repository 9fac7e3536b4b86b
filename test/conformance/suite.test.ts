import { ask, differences, linesOf } from '../../conformance/harness/oracle';
import type { Scenario } from '../../conformance/harness/scenario';
import { partsFor, runAll } from '../../conformance/harness/suite';
import type { Check } from '../../conformance/harness/suite';
import type { Binaries } from '../../conformance/lab/binaries';
import { entries } from '../../conformance/scenarios';

const found = (id: string, check: Check['check'], needs: Check['needs'] = []): Check => ({ id, why: `why ${id}`, engine: 'lab', needs, check });
const all = entries.filter((entry): entry is Scenario => !('check' in entry));
const scenario = (engine: Scenario['engine'], counts: boolean) => all.find(one => one.engine === engine && (one.traffic !== undefined) === counts)!;

describe('of the lab is needed', () => {
  test.each([
    ['for Argo Rollouts its controller', [scenario('argo', false)], ['kubelab', 'rollouts-controller', 'argo-crds']],
    ['for what is counted a Prometheus as well', [scenario('argo', true)], ['kubelab', 'rollouts-controller', 'argo-crds', 'prometheus']],
    ['for Flagger its controllers', [scenario('flagger', false)], ['kubelab', 'flagger', 'flagger-fast', 'flagger-crds']],
    ['for a check what it says, and no control plane', [found('a', async () => [], ['argo-oracle'])], ['argo-oracle']],
    ['nothing for nothing', [], []],
  ])('%s', (_, chosen, parts) => {
    expect(partsFor(chosen)).toEqual(parts);
  });

  test('each part once, in the order in which they are built', () => {
    const chosen = [found('a', async () => [], ['argo-crds', 'kubelab']), scenario('argo', false), scenario('argo', false)];
    expect(partsFor(chosen)).toEqual(['kubelab', 'rollouts-controller', 'argo-crds']);
  });
});

test('checks are told in the order of the list, whichever comes first; what throws has failed', async () => {
  const heard: string[] = [];
  const { results, startSeconds } = await runAll([
    found('slow', () => new Promise(resolve => { setTimeout(() => resolve([]), 50); })),
    found('wrong', async () => ['one', 'two']),
    found('broken', async () => { throw new Error('no such oracle'); }),
  ], {} as Binaries, { jobs: 2, onResult: ({ id }) => heard.push(id), onLab: () => { throw new Error('no lab is needed'); } });
  expect(results).toMatchObject([
    { id: 'slow', why: 'why slow', engine: 'lab', passed: true, findings: [] },
    { id: 'wrong', passed: false, findings: ['one', 'two'] },
    { id: 'broken', passed: false, findings: ['no such oracle'] },
  ]);
  expect([heard, startSeconds]).toEqual([['wrong', 'broken', 'slow'], 0]);
});

test('a check for which this machine lacks something is told as not played, and why', async () => {
  const check = { ...found('a', async () => ['one']), lacks: () => 'needs kubectl on the PATH' };
  const able = { ...check, lacks: () => undefined };
  const { results } = await runAll([check, able], {} as Binaries, { jobs: 1, onResult: () => undefined, onLab: () => undefined });
  expect(results).toMatchObject([{ passed: false, skipped: 'needs kubectl on the PATH', findings: [] }, { passed: false, findings: ['one'] }]);
});

test('a check that needs an extra which is not there is told as not played, and how to have it', async () => {
  const { results } = await runAll([found('a', async () => ['one'], ['kubelab', 'pulumi'])], { kubelab: 'here' } as Binaries, { jobs: 1, onResult: () => undefined, onLab: () => undefined });
  expect(results).toMatchObject([{ passed: false, skipped: 'needs pulumi, built only by a run with --with pulumi', findings: [] }]);
});

test('a check may keep a trace', async () => {
  const check = found('a', async () => ({ findings: [], trace: [{ what: 'command' }] }));
  const { results } = await runAll([check], {} as Binaries, { jobs: 1, onResult: () => undefined, onLab: () => undefined });
  expect(results).toMatchObject([{ passed: true, trace: [{ what: 'command' }] }]);
});

describe('what failed', () => {
  /** Fails as often as it is told to. */
  const flaky = (id: string, failures: number, needs: Check['needs'] = ['kubelab']): Check => {
    let left = failures;
    return found(id, async () => (left-- > 0 ? [`${id} was late, ${left} more to come`] : []), needs);
  };
  const verdicts = async (checks: readonly Check[]) => {
    const heard: string[] = [];
    const { results } = await runAll(checks, { kubelab: 'here' } as Binaries, {
      jobs: 2, onResult: ({ id, passed }) => heard.push(`${id} ${passed}`), onLab: () => undefined,
    });
    return { results, heard };
  };

  test('is played once more, after everything else and alone; what the first play found is kept', async () => {
    const { results, heard } = await verdicts([flaky('late', 1), flaky('good', 0), flaky('wrong', 2)]);
    expect(heard).toEqual(['late false', 'good true', 'wrong false', 'late true', 'wrong false']);
    expect(results).toMatchObject([
      { id: 'late', passed: true, findings: [], firstTime: ['late was late, 0 more to come'] },
      { id: 'good', passed: true },
      { id: 'wrong', passed: false, findings: ['wrong was late, 0 more to come'], firstTime: ['wrong was late, 1 more to come'] },
    ]);
    expect(results[1]).not.toHaveProperty('firstTime');
  });

  test('is not played again where more than three failed: they did not fail for want of time', async () => {
    expect((await verdicts(['a', 'b', 'c', 'd'].map(id => flaky(id, 1)))).heard).toHaveLength(4);
    expect((await verdicts(['a', 'b', 'c'].map(id => flaky(id, 1)))).heard).toHaveLength(6);
  });

  test('is not played again where time has no part in it', async () => {
    expect((await verdicts([flaky('oracle', 1, [])])).heard).toEqual(['oracle false']);
  });
});

describe('an oracle', () => {
  const oracle = (script: string) => ({ binary: process.execPath, args: ['-e', script] });

  test('is asked a line each, and answers in the same order', async () => {
    expect(await ask(oracle('process.stdin.pipe(process.stdout)'), [{ id: 1 }, '{"id":2}'])).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('fails with what it complains of', async () => {
    await expect(ask(oracle('console.error("bad question"); process.exit(2)'), ['?'])).rejects.toThrow('the oracle ended with 2: bad question');
    await expect(ask({ binary: `${__dirname}/nowhere` }, [])).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('may be asked nothing, and empty lines are none', async () => {
    expect(await ask(oracle('console.log("\\n")'), [])).toEqual([]);
    expect(linesOf('a\n\nb\n')).toEqual(['a', 'b']);
  });

  test('is right when it says the same; of its words a fragment is enough', () => {
    expect(differences({ ok: false, errors: [{ path: 'a', message: 'not found' }] }, { ok: false, errors: [{ path: 'a', message: 'a is not found here' }] })).toEqual([]);
  });

  test.each([
    ['another value', { ok: true }, { ok: false }, ['ok: expected true, got false']],
    ['other words', { errors: [{ message: 'found' }] }, { errors: [{ message: 'lost' }] }, ['errors.0.message: expected "found", got "lost"']],
    ['more than it must', { errors: [] }, { errors: [1] }, ['errors.0: expected undefined, got 1']],
    ['less than it must', { a: { b: 1 } }, {}, ['a: expected {"b":1}, got undefined']],
    ['nothing', { a: 1 }, undefined, [': expected {"a":1}, got undefined']],
  ])('fails when it says %s', (_, wanted, got, expected) => {
    expect(differences(wanted, got)).toEqual(expected);
  });
});
