import { lastOf, run } from './played';
import { detectionSeconds, ticksToSucceed } from '../../../src/plan/flagger/numbers';
import { runSettings } from '../../../src/plan/flagger/run-settings';
import type { WrittenRun } from '../../../src/plan/flagger/run-settings';
import { terminates } from '../../../src/plan/flagger/terminates';

describe('a run terminates', () => {
  test.each<[string, WrittenRun, number]>([
    ['that is judged', { stepWeight: 5, maxWeight: 50 }, 13],
    ['that nothing judges', { stepWeight: 5, maxWeight: 50, metrics: false }, 13],
    ['whose gates are open', { iterations: 3, hooks: ['confirm-rollout', 'confirm-promotion', 'rollback'] }, 7],
    ['that is skipped', { skipAnalysis: true, stepWeight: 0 }, 1],
    ['that tolerates more than anybody waits for', { stepWeight: 50, threshold: 1e9 }, 5],
  ])('%s', (_, written, succeedsAtTick) => {
    expect(terminates(runSettings(written))).toEqual({ ends: true, succeedsAtTick });
    expect(ticksToSucceed(runSettings(written))).toBe(succeedsAtTick);
  });

  test('fails for one that is stuck, and says at what', () => {
    const stuck = runSettings({ stepWeights: [10, 10] });
    expect(terminates(stuck)).toEqual({ ends: false, answers: 'good', ending: { how: 'stuck', at: 'no next weight' } });
    expect(ticksToSucceed(stuck)).toBeUndefined();
  });

  test('fails for one that takes longer than is looked at', () => {
    expect(terminates(runSettings({ iterations: 1e9 }))).toEqual({ ends: false, answers: 'good', ending: { how: 'unfinished' } });
  });
});

describe('a bad version has its visitors', () => {
  const written: WrittenRun = { intervalSeconds: 300, threshold: 2, stepWeight: 10, maxWeight: 50 };

  test('for an interval more than there are failed checks', () => {
    expect(detectionSeconds(runSettings(written))).toBe(15 * 60);
  });

  test('for as long as from its first visitor to the rollback, and from any later tick', () => {
    const { ticks } = run(written, { then: { metrics: 'fail' } });
    const [first] = ticks.filter(({ reach }) => reach !== 'nobody');
    expect(ticks[ticks.length - 1].seconds - first.seconds).toBe(detectionSeconds(runSettings(written)));
    const later = run(written, { ticks: [{}, {}, {}, {}], then: { metrics: 'fail' } });
    expect(lastOf(later).seconds - 3 * 300).toBe(detectionSeconds(runSettings(written)));
  });

  test.each<[string, WrittenRun]>([['is not judged', { ...written, skipAnalysis: true }], ['is asked nothing', { ...written, metrics: false }]])(
    'for ever where it %s', (_, unjudged) => {
      expect(detectionSeconds(runSettings(unjudged))).toBeUndefined();
    });
});
