import { BAD, closed, during, lastOf, run, shown } from './played';
import { play } from '../../../src/plan/flagger/play';
import { runSettings } from '../../../src/plan/flagger/run-settings';

const weights = { stepWeight: 25, maxWeight: 50 };

describe('another version', () => {
  test('in the middle of a run begins it anew, without asking for the gate', () => {
    const played = run({ ...weights, hooks: ['confirm-rollout'] }, { ticks: [{}, {}, BAD, { template: 2 }] });
    expect(played.ticks.slice(2, 5).map(tick => `${shown(tick)}, ${tick.failedChecks} failed`)).toEqual([
      '2 metric failed: Progressing 75/25, 1 failed', '3 restarted: Progressing 100/0, 0 failed', '4 weight increased: Progressing 75/25, 0 failed',
    ]);
    expect([played.ending.how, lastOf(played).number]).toEqual(['succeeded', 3 + 5]);
    expect(played.ticks.flatMap(({ calls }) => calls).length).toBe(1);
  });

  test('while the promotion is not confirmed does so as well', () => {
    const script = { ticks: [...during(0, 3, closed('confirm-promotion')).ticks!, { template: 2 }] };
    expect(run({ ...weights, hooks: ['confirm-promotion'] }, script).ticks[4]).toMatchObject({ what: 'restarted', phase: 'Progressing', iterations: 0 });
  });

  test('during the promotion is a run of its own, after this one', () => {
    const whats: string[] = [];
    for (const { tick } of play(runSettings(weights), { ticks: [{}, {}, {}, {}, { template: 2 }] })) {
      whats.push(tick.what);
      if (tick.number === 7) break;
    }
    expect(whats.slice(3)).toEqual(['promoted', 'routed to primary', 'succeeded', 'detected', 'weight increased']);
  });

  test('that is the promoted one is no other: the run goes on with it', () => {
    expect(run(weights, { ticks: [{}, {}, { template: 0 }] }).ticks.map(({ what }) => what)).not.toContain('restarted');
  });

  test('that has failed is not begun again, and may be after the promoted one was there', () => {
    const whats: string[] = [];
    for (const { tick } of play(runSettings(weights), { ticks: [{}, { canary: 'never' }, {}, { template: 0 }, { template: 1 }] })) {
      whats.push(tick.what);
      if (tick.number === 4) break;
    }
    expect(whats).toEqual(['detected', 'rolled back by deadline', 'at rest', 'at rest', 'detected']);
  });
});

describe('pods', () => {
  test('of the canary that are not ready cost ticks, and are no failed checks', () => {
    const played = run(weights, during(1, 3, { canary: 'not yet', metrics: 'fail' }));
    expect([played.ending.how, lastOf(played).number, lastOf(played).failedChecks]).toEqual(['succeeded', 5 + 3, 0]);
  });

  test('of the canary that never will be are rolled back', () => {
    expect(lastOf(run(weights, { ticks: [{}, {}], then: { canary: 'never' } }))).toMatchObject({ number: 2, what: 'rolled back by deadline', canaryWeight: 0 });
  });

  test('of the primary are waited for before the traffic is given back', () => {
    const { ticks } = run(weights, during(4, 5, { primary: 'not yet' }));
    expect(ticks.slice(3).map(shown)).toEqual([
      '3 promoted: Promoting 50/50', '4 primary not ready: Promoting 50/50', '5 primary not ready: Promoting 50/50',
      '6 routed to primary: Finalising 100/0', '7 succeeded: Succeeded 100/0',
    ]);
  });

  test('of the primary that never will be before the promotion are rolled back', () => {
    expect(lastOf(run(weights, { ticks: [{}, {}], then: { primary: 'never' } }))).toMatchObject({ what: 'rolled back by deadline', primaryWeight: 100 });
  });

  test('of the primary that never will be after it leave everybody with the canary', () => {
    const played = run({ ...weights, hooks: ['post-rollout'] }, { ticks: [{}, {}, {}, {}], then: { primary: 'never' } });
    expect(lastOf(played)).toMatchObject({
      what: 'promotion failed', phase: 'Failed', canaryWeight: 100, statusWeight: 100, calls: [{ type: 'post-rollout', phase: 'Failed', passed: true }],
    });
  });
});

describe('nothing is judged', () => {
  test('and nobody waits for the primary', () => {
    const played = run({ ...weights, skipAnalysis: true }, { then: { primary: 'never', metrics: 'fail' } });
    expect(played.ticks.map(shown)).toEqual(['0 detected: Progressing 100/0', '1 promoted unchecked: Succeeded 100/0']);
  });

  test('but the gate before is asked, and the canary has to be ready', () => {
    const skipped = { ...weights, skipAnalysis: true, hooks: ['confirm-rollout'] } as const;
    expect(run(skipped, { then: closed('confirm-rollout') }).ending).toEqual({ how: 'waiting', gate: 'confirm-rollout' });
    expect(lastOf(run(skipped, { ticks: [{}], then: { canary: 'never' } })).what).toBe('rolled back by deadline');
  });
});

test('a route that somebody else changes sends a run back to its first weight, except where weights stand in annotations', () => {
  const script = { ticks: [{}, {}, {}, { routesChanged: true }] };
  const weightsOf = (provider: 'istio' | 'nginx') => run({ provider, stepWeight: 10, maxWeight: 30 }, script).ticks.map(({ canaryWeight }) => canaryWeight);
  expect(weightsOf('istio')).toEqual([0, 10, 20, 10, 20, 30, 30, 0, 0]);
  expect(weightsOf('nginx')).toEqual([0, 10, 20, 30, 30, 0, 0]);
});

test('the Gateway API stops mirroring at a failed check, where visitors stay with a version', () => {
  const { ticks } = run({ provider: 'gatewayapi:v1', iterations: 3, threshold: 2, mirror: true, affinity: 'canary' }, { ticks: [{}, {}, BAD] });
  expect(ticks.map(({ mirrored }) => mirrored)).toEqual([false, true, false, true, true, false, false, false, false]);
});

test('fails to judge what takes longer than it may', () => {
  expect(run(weights, {}, { atMostTicks: 3 })).toMatchObject({ ticks: [{ number: 0 }, { number: 1 }, { number: 2 }], ending: { how: 'unfinished' } });
});
