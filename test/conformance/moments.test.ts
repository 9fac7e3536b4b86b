import { aborted, begun, failed } from './releases';
import { analysisRun, canary, deployment, event, ingress, namesIn, replicaSet, rollout, service, Watched } from './watched';
import { hasCome, refusal } from '../../conformance/harness/moments';
import type { Moment } from '../../conformance/harness/moments';

beforeEach(() => { jest.useFakeTimers({ now: 1_700_000_000_000 }); });
afterEach(() => { jest.useRealTimers(); });

type Play = () => Watched;

const failing = (failedChecks: number) => new Watched('flagger').send(canary({ phase: 'Progressing', failedChecks }));
const refused: Play = () => new Watched().send(rollout({ phase: 'Degraded', message: 'InvalidSpec: steps[0] is wrong' }));
const called = (path: string): Play => () => {
  const watched = failed();
  watched.trace.add({ what: 'call', path, status: 200 });
  return watched;
};

const measured = (phase: string): Play => () => {
  const watched = failed();
  watched.trace.add({ what: 'measurement', run: 'run', metric: 'success-rate', phase });
  return watched;
};

/** Each moment, a release where it has come, and one where it has not. */
const moments: readonly [moment: Moment, come: Play, not: Play][] = [
  [{ phase: 'Degraded' }, aborted, begun],
  [{ weight: 20 }, begun, aborted],
  [{ routed: 20 }, begun, aborted],
  [{ promoted: false }, begun, () => new Watched().send(rollout({ currentPodHash: 'old' }))],
  [{ aborted: true }, aborted, begun],
  [{ seconds: 4 }, () => begun().wait(2), () => begun().wait(1.9)],
  [{ quiet: 3 }, () => begun().wait(3), () => begun().wait(2.9)],
  [{ pods: [1, 4] }, begun, aborted],
  [{ event: 'set to 20' }, aborted, begun],
  [{ scaled: { shop: 0 } }, () => begun().send(deployment('shop', 'next', 0)), () => begun().send(deployment('shop', 'next', 1))],
  [{ refused: true }, refused, aborted],
  [{ step: 0 }, begun, () => begun().send(rollout({ currentPodHash: 'new', currentStepIndex: 1 }))],
  [{ pause: 'CanaryPauseStep' }, () => begun().send(rollout({ pauseConditions: [{ reason: 'Other' }, { reason: 'CanaryPauseStep' }] })), begun],
  [{ gate: 'Successful' }, aborted, begun],
  [{ guard: 'Failed' }, aborted, () => aborted().send(analysisRun('Background', 'Running', [], 'another'))],
  [{ iterations: 2 }, () => new Watched('flagger').send(canary({ phase: 'Progressing', iterations: 2 })), failed],
  [{ failedChecks: 2 }, () => failing(3), () => failing(1)],
  [{ called: '/gate' }, called('/gate'), called('/other')],
  [{ measured: 'Failed' }, measured('Failed'), measured('Successful')],
];

test.each(moments)('%j is seen when it has come, and not before', (moment, come, not) => {
  expect(hasCome(come().trace, moment)).toBe(true);
  expect(hasCome(not().trace, moment)).toBe(false);
});

test('fails on a moment that does not exist, and says which do: every one is tested here', () => {
  const unknown = () => hasCome(begun().trace, { wieght: 20 } as Moment);
  expect(unknown).toThrow(/^no such moment: wieght; there are phase, weight, /);
  expect(namesIn(unknown)).toEqual(moments.flatMap(([moment]) => Object.keys(moment)).sort());
});

test('so many failed checks are enough', () => {
  expect([1, 2, 3].map(count => hasCome(failing(count).trace, { failedChecks: 2 }))).toEqual([false, true, true]);
});

test('a moment has come when all of it has', () => {
  expect(hasCome(aborted().trace, { aborted: true, phase: 'Degraded', weight: 0 })).toBe(true);
  expect(hasCome(aborted().trace, { aborted: true, phase: 'Degraded', weight: 20 })).toBe(false);
});

test('no moment comes before there is a release', () => {
  expect(hasCome(new Watched().send(ingress(0)).trace, {})).toBe(false);
});

test('seconds count from the last command', () => {
  const watched = begun().wait(10);
  watched.trace.command('promote');
  expect(hasCome(watched.wait(1).trace, { seconds: 2 })).toBe(false);
  expect(hasCome(watched.wait(1).trace, { seconds: 2 })).toBe(true);
});

test.each([
  ['a pod', () => replicaSet('new', 2), false],
  ['the router', () => ingress(33), false],
  ['an event', () => event('told'), true],
  ['an analysis', () => analysisRun('Step', 'Running'), true],
  ['a Service', () => service('shop', 'new'), true],
])('whether %s ends the quiet', (_, change, quiet) => {
  expect(hasCome(begun().wait(2).send(change()).wait(1).trace, { quiet: 3 })).toBe(quiet);
});

test.each([[{ called: '/gate' }, called('/gate')], [{ event: 'aborted' }, aborted]] as const)('%j before the image is not the one to wait for', (moment, play) => {
  const { trace } = play();
  expect(hasCome(trace, moment)).toBe(true);
  trace.start('image');
  expect(hasCome(trace, moment)).toBe(false);
});

test('a refused manifest is told with the words of the controller; what is not found yet, or ends otherwise, is none', () => {
  const degraded = (message: string) => refusal(new Watched().send(rollout({ phase: 'Degraded', message })).trace);
  expect(degraded('InvalidSpec: steps[0] is wrong')).toBe('InvalidSpec: steps[0] is wrong');
  expect(degraded('InvalidSpec: service "shop" not found')).toBeUndefined();
  expect(degraded('RolloutAborted: errors')).toBeUndefined();
  expect(refusal(new Watched().trace)).toBeUndefined();
});

describe('waiting', () => {
  const until = ({ trace }: Watched, moment: Moment) => trace.until(() => hasCome(trace, moment), { seconds: 30, what: JSON.stringify(moment) });

  test('ends with the change that is waited for', async () => {
    const watched = begun();
    const waited = until(watched, { weight: 50 });
    watched.send(rollout({ currentPodHash: 'new', currentStepIndex: 2 }));
    await expect(waited).resolves.toBeUndefined();
    expect(jest.getTimerCount()).toBe(0);
  });

  test('is over when it has ended: nothing is looked at any more', async () => {
    const watched = begun();
    const look = jest.fn(() => true);
    await watched.trace.until(look, { seconds: 30, what: 'it' });
    watched.send(rollout({ currentPodHash: 'new', currentStepIndex: 2 })).wait(1);
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('ends by the clock, where only time passes', async () => {
    const watched = begun();
    const waited = until(watched, { seconds: 4 });
    watched.wait(2.2);
    await expect(waited).resolves.toBeUndefined();
  });

  test('fails after its time, and says what there is instead', async () => {
    const watched = begun();
    const waited = until(watched, { weight: 50 });
    watched.wait(30);
    await expect(waited).rejects.toThrow(/^not within 30 s: \{"weight":50\}; what there is: \{"phase":"Progressing","weight":20,/);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('fails at once where there is nothing to wait for any more', async () => {
    const watched = begun();
    const waited = watched.trace.until(() => {
      if (watched.trace.subject!.aborted) throw new Error('the lab is gone');
      return false;
    }, { seconds: 30, what: 'it' });
    watched.send(rollout({ abort: true }));
    await expect(waited).rejects.toThrow(new Error('the lab is gone'));
  });
});
