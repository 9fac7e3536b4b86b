import { analysesIn, BAD, lastOf, numbersOf, run, shown } from './played';
import type { WrittenRun } from '../../../src/plan/flagger/run-settings';

const fiveTo50: WrittenRun = { stepWeight: 5, maxWeight: 50 };

describe('a good version succeeds', () => {
  test.each<[string, WrittenRun, number, number]>([
    ['weights: three ticks more than there are', fiveTo50, 10 + 3, 10],
    ['uneven weights: three ticks more as well', { stepWeights: [1, 2, 10, 80] }, 4 + 3, 4],
    ['weights that go beyond the last: as many as are taken', { stepWeight: 20, maxWeight: 50 }, 3 + 3, 3],
    ['a step above the last weight: one', { stepWeight: 80, maxWeight: 50 }, 1 + 3, 1],
    ['weights up to all', { stepWeight: 50 }, 2 + 3, 2],
    ['weights, and back in steps: a tick for each', { stepWeight: 25, maxWeight: 50, stepWeightPromotion: 30 }, 2 + 2 + 2, 2],
    ['weights, and back in steps as large as the share', { ...fiveTo50, stepWeightPromotion: 50 }, 10 + 2 + 1, 10],
    ['weights that are mirrored first: one more of both', { ...fiveTo50, mirror: true }, 10 + 4, 11],
    ['blue-green: four more than iterations, and one more check', { iterations: 3 }, 3 + 4, 4],
    ['blue-green on another router', { provider: 'traefik', iterations: 5 }, 5 + 4, 6],
    ['blue-green that is mirrored', { iterations: 3, mirror: true }, 3 + 4, 4],
    ['blue-green, and back in steps', { iterations: 3, stepWeightPromotion: 30 }, 3 + 4 + 3, 4],
    ['blue-green without a router', { provider: 'kubernetes', iterations: 3 }, 3 + 4, 4],
    ['an A/B test: three more than iterations', { iterations: 3, match: 'heeded' }, 3 + 3, 3],
    ['weights without a router: ten iterations', { provider: 'kubernetes', stepWeight: 5 }, 14, 11],
    ['nothing is judged: at once', { skipAnalysis: true, stepWeight: 5 }, 1, 0],
  ])('%s', (_, written, tick, analyses) => {
    const played = run(written);
    expect([played.ending, lastOf(played).number, analysesIn(written)]).toEqual([{ how: 'succeeded' }, tick, analyses]);
  });
});

describe('a bad version is rolled back', () => {
  test.each<[string, WrittenRun]>([
    ['weights', { ...fiveTo50, threshold: 3 }],
    ['weights that are mirrored', { ...fiveTo50, mirror: true, threshold: 1 }],
    ['blue-green', { iterations: 2, threshold: 4 }],
    ['an A/B test', { iterations: 2, match: 'heeded', threshold: 2 }],
    ['without a router', { provider: 'kubernetes', stepWeight: 5, threshold: 5 }],
  ])('two ticks after as many as are tolerated: %s', (_, written) => {
    const played = run(written, { then: BAD });
    expect([played.ending, lastOf(played).number, analysesIn(written, { then: BAD })]).toEqual([{ how: 'failed' }, written.threshold! + 2, written.threshold]);
  });

  test('one tick earlier, and with no check at all, where it does not get through what is asked before', () => {
    const written: WrittenRun = { ...fiveTo50, threshold: 3, hooks: ['pre-rollout'] };
    const script = { then: { hooks: { 'pre-rollout': 'refuse' } } } as const;
    const played = run(written, script);
    expect([lastOf(played).number, lastOf(played).what, analysesIn(written, script)]).toEqual([3 + 1, 'rolled back by threshold', 0]);
    expect(Math.max(...played.ticks.map(({ canaryWeight }) => canaryWeight))).toBe(0);
  });
});

describe('tick by tick', () => {
  test('weights in equal steps', () => {
    const { ticks } = run(fiveTo50);
    expect(ticks.map(({ canaryWeight }) => canaryWeight)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 50, 0, 0]);
    expect(ticks.slice(-4).map(shown)).toEqual([
      '10 weight increased: Progressing 50/50', '11 promoted: Promoting 50/50', '12 routed to primary: Finalising 100/0', '13 succeeded: Succeeded 100/0',
    ]);
    expect(ticks.slice(-1)).toMatchObject([{ seconds: 13 * 60, statusWeight: 0, iterations: 0, failedChecks: 0 }]);
  });

  test('weights whose last one is passed over', () => {
    expect(run({ stepWeight: 20, maxWeight: 50 }).ticks.map(shown)).toEqual([
      '0 detected: Progressing 100/0', '1 weight increased: Progressing 80/20', '2 weight increased: Progressing 60/40', '3 weight increased: Progressing 40/60',
      '4 promoted: Promoting 40/60', '5 routed to primary: Finalising 100/0', '6 succeeded: Succeeded 100/0',
    ]);
  });

  test('weights of a list', () => {
    const played = run({ stepWeights: [1, 2, 10, 80] });
    expect(played.ticks.map(({ canaryWeight }) => canaryWeight)).toEqual([0, 1, 2, 10, 80, 80, 0, 0]);
    expect(numbersOf(played, 'promoted')).toEqual([5]);
  });

  test('a weight of a list that is more than all is all', () => {
    expect(run({ stepWeights: [20, 150] }).ticks.map(({ canaryWeight }) => canaryWeight)).toEqual([0, 20, 100, 100, 0, 0]);
  });

  test('back to the primary in steps', () => {
    expect(run({ stepWeight: 25, maxWeight: 50, stepWeightPromotion: 30 }).ticks.slice(2).map(shown)).toEqual([
      '2 weight increased: Progressing 50/50', '3 promoted: Promoting 50/50', '4 shifted to primary: Promoting 80/20',
      '5 routed to primary: Finalising 100/0', '6 succeeded: Succeeded 100/0',
    ]);
  });

  test('blue-green: everybody is with the canary for one check', () => {
    const { ticks } = run({ iterations: 3 });
    expect(ticks.map(({ iterations }) => iterations)).toEqual([0, 1, 2, 3, 4, 4, 0, 0]);
    expect(ticks.slice(3).map(shown)).toEqual([
      '3 iterated: Progressing 100/0', '4 routed to canary: Progressing 0/100', '5 promoted: Promoting 0/100',
      '6 routed to primary: Finalising 100/0', '7 succeeded: Succeeded 100/0',
    ]);
  });

  test('blue-green that is mirrored: copies until everybody is with the canary', () => {
    expect(run({ iterations: 2, mirror: true }).ticks.map(({ mirrored }) => mirrored)).toEqual([false, true, true, false, false, false, false]);
  });

  test('weights that are mirrored first', () => {
    expect(run({ stepWeight: 50, mirror: true }).ticks.map(({ mirrored, canaryWeight }) => [mirrored, canaryWeight])).toEqual([
      [false, 0], [true, 0], [false, 50], [false, 100], [false, 100], [false, 0], [false, 0],
    ]);
  });

  test('an A/B test: whoever matches is with the canary from the first tick on', () => {
    const { ticks } = run({ iterations: 3, match: 'heeded' });
    expect(ticks.map(({ iterations, canaryWeight, reach }) => [iterations, canaryWeight, reach])).toEqual([
      [0, 0, 'nobody'], [1, 100, 'those who match'], [2, 100, 'those who match'], [3, 100, 'those who match'], [3, 100, 'those who match'],
      [0, 0, 'nobody'], [0, 0, 'nobody'],
    ]);
    expect(ticks[4].what).toBe('promoted');
  });

  test('without a router nobody is ever led to the canary', () => {
    const { ticks } = run({ provider: 'kubernetes', stepWeight: 50 });
    expect(new Set(ticks.map(({ reach, primaryWeight }) => `${reach} ${primaryWeight}`))).toEqual(new Set(['nobody 100']));
    expect(Math.max(...ticks.map(({ iterations }) => iterations))).toBe(11);
  });

  test('failed checks are counted for the whole run', () => {
    const script = { ticks: [{}, {}, BAD, {}, {}, BAD, {}, BAD] };
    const played = run({ ...fiveTo50, threshold: 3 }, script);
    expect(played.ticks.map(({ failedChecks }) => failedChecks)).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 0]);
    expect(lastOf(played).what).toBe('rolled back by threshold');
  });

  test('fewer than the threshold cost a tick each', () => {
    const played = run({ ...fiveTo50, threshold: 3 }, { ticks: [{}, {}, BAD, {}, { metrics: 'no data' }] });
    expect([played.ending, lastOf(played).number, lastOf(played).failedChecks]).toEqual([{ how: 'succeeded' }, 13 + 2, 2]);
  });
});
