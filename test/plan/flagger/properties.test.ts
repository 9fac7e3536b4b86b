import fc from 'fast-check';
import { anyRun, soundRuns } from './any-course';
import { BAD, lastOf, numbersOf, run } from './played';
import { runSettings } from '../../../src/plan/flagger/run-settings';
import type { TickInput } from '../../../src/plan/flagger/script';
import { terminates } from '../../../src/plan/flagger/terminates';

const anyAnswer = fc.constantFrom('pass', 'refuse');
const anyInput: fc.Arbitrary<TickInput> = fc.record({
  metrics: fc.constantFrom('pass', 'fail', 'no data'),
  hooks: fc.record({
    'confirm-rollout': anyAnswer,
    'pre-rollout': anyAnswer,
    'rollout': anyAnswer,
    'confirm-traffic-increase': anyAnswer,
    'confirm-promotion': anyAnswer,
    'rollback': anyAnswer,
  }),
  canary: fc.constantFrom('ready', 'not yet', 'never'),
  primary: fc.constantFrom('ready', 'not yet', 'never'),
  template: fc.constantFrom(0, 1, 2),
  routesChanged: fc.boolean(),
}, { requiredKeys: [] });

const numRuns = 300;

describe('a run of any course that each provider has', () => {
  test('succeeds at the tick that its arithmetic gives', () => {
    fc.assert(fc.property(soundRuns, ({ written, succeedsAt }) => {
      const played = run(written);
      expect([played.ending.how, lastOf(played).number]).toEqual(['succeeded', succeedsAt]);
      expect(terminates(runSettings(written))).toEqual({ ends: true, succeedsAtTick: succeedsAt });
    }), { numRuns });
  });

  test('is rolled back two ticks after as many bad checks as are tolerated', () => {
    fc.assert(fc.property(soundRuns, ({ written }) => {
      const played = run(written, { then: BAD });
      expect([lastOf(played).what, lastOf(played).number]).toEqual(['rolled back by threshold', written.threshold! + 2]);
    }), { numRuns });
  });

  test('is rolled back as late as that from whatever tick on it is bad, unless it is promoted before', () => {
    fc.assert(fc.property(soundRuns, fc.nat(40), ({ written }, from) => {
      const played = run(written, { ticks: Array.from({ length: from }, () => ({})), then: BAD });
      const [promoted] = numbersOf(run(written), 'promoted');
      expect([played.ending.how, lastOf(played).number]).toEqual(
        from > promoted ? ['succeeded', lastOf(run(written)).number] : ['failed', Math.max(2, from) + written.threshold!]);
    }), { numRuns });
  });

  test('loses a tick for each failed check, and ends while there are fewer than the threshold', () => {
    fc.assert(fc.property(soundRuns, fc.array(fc.integer({ min: 2, max: 30 }), { maxLength: 5 }), ({ written, succeedsAt }, failing) => {
      const bad = new Set(failing);
      const tolerant = { ...written, threshold: bad.size + 1 };
      const played = run(tolerant, { ticks: Array.from({ length: 31 }, (_, number) => bad.has(number) ? BAD : {}) });
      const [promoted] = numbersOf(played, 'promoted');
      const counted = [...bad].filter(number => number < promoted).length;
      expect([played.ending.how, lastOf(played).number, lastOf(played).failedChecks]).toEqual(['succeeded', succeedsAt + counted, counted]);
    }), { numRuns });
  });
});

describe('a run of anything, whatever it is met with', () => {
  test('comes to an end, or provably to none', () => {
    fc.assert(fc.property(anyRun, fc.array(anyInput, { maxLength: 20 }), anyInput, (written, ticks, then) => {
      expect(run(written, { ticks, then }, { atMostTicks: 2000 }).ending.how).not.toBe('unfinished');
    }), { numRuns: 1000 });
  });

  test('is the same each time', () => {
    fc.assert(fc.property(anyRun, fc.array(anyInput, { maxLength: 20 }), (written, ticks) => {
      expect(run(written, { ticks })).toEqual(run(written, { ticks }));
    }), { numRuns });
  });

  test('gives every request to one of both versions, and counts no more failures than are tolerated', () => {
    fc.assert(fc.property(anyRun, fc.array(anyInput, { maxLength: 20 }), anyInput, (written, ticks, then) => {
      const { threshold } = runSettings(written);
      for (const { primaryWeight, canaryWeight, failedChecks } of run(written, { ticks, then }).ticks) {
        expect([primaryWeight + canaryWeight, Math.min(primaryWeight, canaryWeight) >= 0, failedChecks <= threshold]).toEqual([100, true, true]);
      }
    }), { numRuns });
  });

  test('that has been rolled back leaves nobody with the canary', () => {
    fc.assert(fc.property(anyRun, fc.array(anyInput, { maxLength: 20 }), anyInput, (written, ticks, then) => {
      const last = lastOf(run(written, { ticks, then }));
      fc.pre(last.what.startsWith('rolled back') || last.phase === 'Succeeded');
      expect([last.reach, last.mirrored]).toEqual(['nobody', false]);
    }), { numRuns });
  });
});
