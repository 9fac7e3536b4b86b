import { BAD, closed, during, lastOf, numbersOf, run } from './played';
import type { HookType } from '../../../src/plan/flagger/hooks';
import type { WrittenRun } from '../../../src/plan/flagger/run-settings';
import type { Run } from '../../../src/plan/flagger/run-to-end';

const weights: WrittenRun = { stepWeight: 25, maxWeight: 50 };
/** Seven ticks, 0 to 6, when nobody objects. */
const blueGreen: WrittenRun = { iterations: 3 };

type Called = [tick: number, phase: string, passed: boolean];

function callsOf({ ticks }: Run, type: HookType): Called[] {
  return ticks.flatMap(({ number, calls }) => calls.filter(call => call.type === type).map(({ phase, passed }): Called => [number, phase, passed]));
}

describe('confirm-rollout', () => {
  const written: WrittenRun = { ...weights, hooks: ['confirm-rollout'] };

  test('is asked before anything is scaled up, at every tick, and told the phase there is', () => {
    const played = run(written, during(0, 2, closed('confirm-rollout')));
    expect(callsOf(played, 'confirm-rollout')).toEqual([[0, 'Initialized', false], [1, 'Waiting', false], [2, 'Waiting', false], [3, 'Waiting', true]]);
    expect([numbersOf(played, 'detected'), lastOf(played).number]).toEqual([[3], 5 + 3]);
  });

  test('waits for as long as it takes', () => {
    expect(run(written, { then: closed('confirm-rollout') }).ending).toEqual({ how: 'waiting', gate: 'confirm-rollout' });
  });

  test('keeps a run from being taken back', () => {
    const played = run({ ...weights, hooks: ['confirm-rollout', 'rollback'] }, { then: { hooks: { 'confirm-rollout': 'refuse', 'rollback': 'pass' } } });
    expect([played.ending.how, callsOf(played, 'rollback')]).toEqual(['waiting', []]);
  });
});

describe('pre-rollout', () => {
  test('is asked while nobody is sent to the canary, and a refusal is a failed check', () => {
    const played = run({ ...weights, threshold: 3, hooks: ['pre-rollout'] }, during(1, 2, { hooks: { 'pre-rollout': 'refuse' } }));
    expect(callsOf(played, 'pre-rollout')).toEqual([[1, 'Progressing', false], [2, 'Progressing', false], [3, 'Progressing', true]]);
    expect([played.ending.how, lastOf(played).failedChecks, lastOf(played).number]).toEqual(['succeeded', 2, 5 + 2]);
  });

  test('is asked again and again where more traffic is not confirmed', () => {
    const played = run({ ...weights, hooks: ['pre-rollout', 'confirm-traffic-increase'] }, during(1, 3, closed('confirm-traffic-increase')));
    expect(callsOf(played, 'pre-rollout').map(([number]) => number)).toEqual([1, 2, 3, 4]);
  });
});

describe('rollout', () => {
  test('is asked with each check, and what follows is not when it refuses', () => {
    const played = run({ ...weights, hooks: ['rollout'] }, { then: BAD });
    expect(callsOf(played, 'rollout')).toEqual([[2, 'Progressing', false]]);
    expect(played.ticks[2].what).toBe('rollout hook failed');
    expect(run({ ...weights, hooks: ['rollout'] }, { then: { metrics: 'fail' } }).ticks[2].what).toBe('metric failed');
  });

  test('is judged in the place of metrics', () => {
    expect(run({ ...weights, metrics: false, hooks: ['rollout'] }, { then: BAD }).ending).toEqual({ how: 'failed' });
    expect(run({ ...weights, metrics: false }, { then: BAD }).ending).toEqual({ how: 'succeeded' });
  });
});

describe('confirm-traffic-increase', () => {
  const written: WrittenRun = { ...weights, hooks: ['confirm-traffic-increase'] };

  test('is asked before each weight, the first and the promotion as well', () => {
    expect(callsOf(run(written), 'confirm-traffic-increase').map(([number]) => number)).toEqual([1, 2, 3]);
  });

  test('keeps the weight while it is closed, and is no failed check', () => {
    const played = run(written, during(2, 3, closed('confirm-traffic-increase')));
    expect(played.ticks.map(({ canaryWeight }) => canaryWeight)).toEqual([0, 25, 25, 25, 50, 50, 0, 0]);
    expect(lastOf(played).failedChecks).toBe(0);
  });

  test('is not asked while the promotion is not confirmed', () => {
    const played = run({ ...weights, hooks: ['confirm-traffic-increase', 'confirm-promotion'] }, during(3, 5, closed('confirm-promotion')));
    expect(callsOf(played, 'confirm-traffic-increase').map(([number]) => number)).toEqual([1, 2, 3]);
  });

  test('waits for as long as it takes, unless a check fails meanwhile', () => {
    expect(run(written, { then: closed('confirm-traffic-increase') }).ending).toEqual({ how: 'waiting', gate: 'confirm-traffic-increase' });
    const bad = { hooks: { 'confirm-traffic-increase': 'refuse' }, metrics: 'fail' } as const;
    expect(run(written, { ticks: [{}, {}], then: bad }).ending).toEqual({ how: 'failed' });
  });

  test('is not asked while requests are copied, nor by iterations, nor without a router', () => {
    expect(callsOf(run({ ...written, mirror: true }), 'confirm-traffic-increase').map(([number]) => number)).toEqual([1, 3, 4]);
    expect(callsOf(run({ ...blueGreen, hooks: ['confirm-traffic-increase'] }), 'confirm-traffic-increase')).toEqual([]);
    expect(callsOf(run({ ...written, provider: 'kubernetes' }), 'confirm-traffic-increase')).toEqual([]);
  });
});

describe('confirm-promotion', () => {
  test('is asked at every tick by weights, with a check before it', () => {
    const played = run({ ...weights, hooks: ['confirm-promotion'] }, during(3, 5, closed('confirm-promotion')));
    expect(callsOf(played, 'confirm-promotion').map(([number]) => number)).toEqual([3, 4, 5, 6]);
    expect(played.ticks[3]).toMatchObject({ phase: 'WaitingPromotion', canaryWeight: 50, statusWeight: 0, iterations: -1 });
    expect(lastOf(played).number).toBe(5 + 3);
  });

  test('is asked at every second tick by blue-green, and twice once it is open', () => {
    const played = run({ ...blueGreen, hooks: ['confirm-promotion'] }, during(0, 7, closed('confirm-promotion')));
    expect(callsOf(played, 'confirm-promotion').map(([number, , passed]) => [number, passed])).toEqual([[4, false], [6, false], [8, true], [9, true]]);
    expect([numbersOf(played, 'promoted'), lastOf(played).number]).toEqual([[9], 11]);
  });

  test('is asked at every second tick by an A/B test', () => {
    const played = run({ iterations: 3, match: 'heeded', hooks: ['confirm-promotion'] }, during(0, 7, closed('confirm-promotion')));
    expect(callsOf(played, 'confirm-promotion').map(([number]) => number)).toEqual([4, 6, 8]);
    expect(lastOf(played).number).toBe(10);
  });

  test('that closes again leaves everybody with the canary', () => {
    const played = run({ ...blueGreen, hooks: ['confirm-promotion'] }, during(5, 5, closed('confirm-promotion')));
    expect(played.ticks.slice(4, 9).map(({ what, canaryWeight }) => [what, canaryWeight])).toEqual([
      ['routed to canary', 100], ['held by confirm-promotion', 100], ['iterated', 100], ['routed to canary', 100], ['promoted', 100],
    ]);
  });

  test('that closes again in a mirrored blue-green takes them back to the primary', () => {
    const played = run({ ...blueGreen, mirror: true, hooks: ['confirm-promotion'] }, during(5, 5, closed('confirm-promotion')));
    const routes = played.ticks.slice(4, 8).map(({ canaryWeight, mirrored }) => [canaryWeight, mirrored]);
    expect(routes).toEqual([[100, false], [100, false], [0, true], [100, false]]);
  });

  test('asks what comes before a run again where there is one iteration', () => {
    const played = run({ iterations: 1, hooks: ['confirm-promotion', 'pre-rollout'] }, during(0, 3, closed('confirm-promotion')));
    expect(callsOf(played, 'pre-rollout').map(([number]) => number)).toEqual([1, 3]);
  });

  test.each<[string, WrittenRun]>([['weights', weights], ['blue-green', blueGreen], ['an A/B test', { ...blueGreen, match: 'heeded' }]])(
    'waits for as long as it takes, and a version that turns bad is rolled back: %s', (_, written) => {
      const held: WrittenRun = { ...written, hooks: ['confirm-promotion'], threshold: 2 };
      expect(run(held, { then: closed('confirm-promotion') }).ending).toEqual({ how: 'waiting', gate: 'confirm-promotion' });
      const bad = { ticks: during(0, 8, closed('confirm-promotion')).ticks, then: BAD };
      expect(run(held, bad).ending).toEqual({ how: 'failed' });
    });
});

describe('rollback', () => {
  const written: WrittenRun = { ...weights, hooks: ['rollback'] };

  test('takes a run back as soon as it passes, before anything is judged', () => {
    const played = run(written, { ticks: [{}, {}], then: { ...BAD, hooks: { rollback: 'pass' } } });
    expect(callsOf(played, 'rollback')).toEqual([[1, 'Progressing', false], [2, 'Progressing', true]]);
    expect(lastOf(played)).toMatchObject({ number: 2, what: 'rolled back by hook', phase: 'Failed', primaryWeight: 100, failedChecks: 0 });
  });

  test('is asked while the promotion is not confirmed', () => {
    const script = { ticks: during(0, 4, closed('confirm-promotion')).ticks, then: { hooks: { rollback: 'pass' } } } as const;
    const played = run({ ...weights, hooks: ['confirm-promotion', 'rollback'] }, script);
    expect(callsOf(played, 'rollback').slice(-1)).toEqual([[5, 'WaitingPromotion', true]]);
  });

  test('is too late once the version is promoted', () => {
    const played = run(written, during(4, 9, { hooks: { rollback: 'pass' } }));
    expect([played.ending.how, callsOf(played, 'rollback').length]).toEqual(['succeeded', 3]);
  });
});

describe('post-rollout', () => {
  test.each<[string, Run, Called]>([
    ['a success', run({ ...weights, hooks: ['post-rollout'] }), [5, 'Succeeded', true]],
    ['a failure', run({ ...weights, threshold: 1, hooks: ['post-rollout'] }, { then: BAD }), [3, 'Failed', true]],
    ['a success that nobody has judged', run({ skipAnalysis: true, hooks: ['post-rollout'] }), [1, 'Succeeded', true]],
  ])('is told of %s', (_, played, call) => {
    expect(callsOf(played, 'post-rollout')).toEqual([call]);
  });

  test('changes nothing when it refuses', () => {
    expect(run({ ...weights, hooks: ['post-rollout'] }, { then: { hooks: { 'post-rollout': 'refuse' } } }).ending).toEqual({ how: 'succeeded' });
  });
});

describe('event', () => {
  test('is told whenever something happens', () => {
    expect(callsOf(run({ ...weights, hooks: ['event'] }), 'event').map(([number, phase]) => [number, phase])).toEqual([
      [0, 'Progressing'], [1, 'Progressing'], [2, 'Progressing'], [3, 'Progressing'], [4, 'Promoting'], [5, 'Succeeded'],
    ]);
  });

  test('is told once that a gate is closed', () => {
    const played = run({ ...weights, hooks: ['event', 'confirm-rollout'] }, during(0, 2, closed('confirm-rollout')));
    expect(callsOf(played, 'event').slice(0, 2).map(([number]) => number)).toEqual([0, 3]);
  });
});

test('nothing is told of a check that passes where nothing comes of it, nor of routes that there are none of', () => {
  const numbers = (written: WrittenRun) => callsOf(run(written), 'event').map(([number]) => number);
  expect(numbers({ stepWeights: [50, 10], hooks: ['event', 'rollout'] })).toEqual([0, 1]);
  expect(numbers({ provider: 'kubernetes', iterations: 1, hooks: ['event', 'rollout'] })).toEqual([0, 1, 3, 5]);
});

test('metrics, hooks and gates have their order', () => {
  const types: HookType[] = ['event', 'confirm-promotion', 'confirm-traffic-increase', 'rollout', 'rollback', 'pre-rollout', 'confirm-rollout', 'post-rollout'];
  const called = run({ stepWeight: 100, hooks: types }).ticks.map(({ calls }) => calls.map(({ type }) => type).filter(type => type !== 'event'));
  expect(called).toEqual([
    ['confirm-rollout'], ['rollback', 'pre-rollout', 'confirm-traffic-increase'], ['rollback', 'rollout', 'confirm-traffic-increase', 'confirm-promotion'],
    [], ['post-rollout'],
  ]);
});
