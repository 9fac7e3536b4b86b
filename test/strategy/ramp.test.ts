import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { Analysis, GatewayApiTraffic, Promotion, Ramp, Stage } from 'rolloutkit';
import { defaultRamp } from '../../src/intent/ramp';
import { parsePauseDuration } from '../../src/manifests/durations';
import { fencePosts } from '../../src/pod-counts/fence-posts';
import { shareOf, splitPods } from '../../src/pod-counts/split';
import { checkout, checkoutCanary, findingsOf } from '../render';
import type { Written } from '../render';

const traffic = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
const minute = Duration.minutes(1);
const steps = (ramp: Ramp): Written[] => checkoutCanary({ traffic, ramp }).steps;
const weightsOf = (ramp: Ramp): number[] => steps(ramp).flatMap(step => step.setWeight ?? []);

describe('a ramp', () => {
  test('of stages holds each of them for five minutes, and implies all of the traffic at the end', () => {
    expect(steps(Ramp.stages([10, 60]))).toEqual([
      { setWeight: 10 }, { pause: { duration: '5m' } }, { setWeight: 60 }, { pause: { duration: '5m' } },
    ]);
  });

  test('may say that all of the traffic comes last, and writes the same', () => {
    expect(steps(Ramp.stages([10, 60, 100]))).toEqual(steps(Ramp.stages([10, 60])));
    expect(steps(Ramp.of([Stage.at(10), Stage.at(60), Stage.at(100)]))).toEqual(steps(Ramp.stages([10, 60])));
  });

  test('keeps a last stage of all of the traffic that asks for something', () => {
    expect(steps(Ramp.of([Stage.at(50), Stage.at(100, { approval: true })])).slice(2)).toEqual([{ setWeight: 100 }, { pause: {} }]);
  });

  test('of stages that differ: holds, approvals and questions of their own', () => {
    const stages = [Stage.at(5, { hold: minute, approval: true }), Stage.at(50, { analyses: [Analysis.latency()] })];
    const ramp = Ramp.of(stages, { hold: Duration.minutes(2) });
    expect(steps(ramp)).toEqual([
      { setWeight: 5 }, { pause: { duration: '1m' } }, { pause: {} },
      { setWeight: 50 }, { pause: { duration: '2m' } }, { analysis: expect.objectContaining({ templates: [{ templateName: 'checkout-latency' }] }) },
    ]);
  });

  test('linear: 20 gives 20, 40, 60 and 80', () => {
    expect(weightsOf(Ramp.linear({ increment: 20, every: minute }))).toEqual([20, 40, 60, 80]);
  });

  test('exponential: 5 gives 5, 10, 20, 40 and 80', () => {
    expect(weightsOf(Ramp.exponential({ start: 5, every: minute }))).toEqual([5, 10, 20, 40, 80]);
  });

  test('exponential by a small factor still rises', () => {
    expect(weightsOf(Ramp.exponential({ start: 1, factor: 1.01, every: minute })).slice(0, 4)).toEqual([1, 2, 3, 4]);
  });
});

describe('whatever ramp is accepted', () => {
  const rising = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 12 }).map(list => list.sort((a, b) => a - b));
  const seconds = fc.integer({ min: 1, max: 100_000 });

  test('renders its weights in their order, each with its hold', () => {
    fc.assert(fc.property(rising, seconds, (weights, hold) => {
      const rendered = steps(Ramp.stages(weights, { hold: Duration.seconds(hold) }));
      const told = rendered.map(({ setWeight, pause }) => setWeight ?? parsePauseDuration(pause.duration));
      expect(told).toEqual(weights.flatMap(weight => [weight, hold]));
    }), { numRuns: 40 });
  });

  test('has as many steps as its stages ask for', () => {
    const question = Analysis.errorRate();
    const stage = fc.record({ hold: fc.option(seconds, { nil: undefined }), approval: fc.boolean(), asks: fc.boolean() });
    fc.assert(fc.property(rising, fc.array(stage, { minLength: 12, maxLength: 12 }), (weights, wishes) => {
      const ramp = Ramp.of(weights.map((weight, index) => Stage.at(weight, {
        hold: wishes[index].hold === undefined ? undefined : Duration.seconds(wishes[index].hold),
        approval: wishes[index].approval,
        analyses: wishes[index].asks ? [question] : [],
      })));
      const asked = weights.reduce((sum, _, index) => sum + 2 + Number(wishes[index].approval) + Number(wishes[index].asks), 0);
      expect(steps(ramp)).toHaveLength(asked);
    }), { numRuns: 40 });
  });

  test('linear rises by its increment and stays below all of the traffic', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), increment => {
      const weights = Ramp.linear({ increment, every: minute })._intent.map(({ weight }) => weight as number);
      expect(weights).toEqual(Array.from({ length: Math.ceil(100 / increment) - 1 }, (_, index) => (index + 1) * increment));
      expect(Math.max(...weights)).toBeLessThan(100);
      expect(Math.max(...weights) + increment).toBeGreaterThanOrEqual(100);
    }));
  });

  test('exponential rises, stays below all of the traffic, and ends within one factor of it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), fc.double({ min: 1.01, max: 20, noNaN: true }), (start, factor) => {
      const weights = Ramp.exponential({ start, factor, every: minute })._intent.map(({ weight }) => weight as number);
      expect(weights[0]).toBe(start);
      weights.slice(1).forEach((weight, index) => expect(weight).toBeGreaterThan(weights[index]));
      expect(weights.every(weight => Number.isInteger(weight) && weight < 100)).toBe(true);
      expect(Math.max(weights.at(-1)! + 1, Math.round(weights.at(-1)! * factor))).toBeGreaterThanOrEqual(100);
    }));
  });

  test('an increment of all of the traffic is one stage', () => {
    expect(Ramp.linear({ increment: 100, every: minute })._intent).toHaveLength(1);
  });
});

describe('the default ramp without a router', () => {
  test('has one to four rising stages that 1 to 200 pods really reach', () => {
    for (let replicas = 1; replicas <= 200; replicas += 1) {
      const { surge } = fencePosts(replicas, '25%', 0)!;
      const weights = defaultRamp(false, replicas).map(({ weight }) => weight as number);
      // the share of the traffic is that of the pods, which in whole percent is what was asked for
      const shares = weights.map(weight => Math.round(shareOf(splitPods(replicas, weight, surge))));
      expect({ replicas, shares }).toEqual({ replicas, shares: weights });
      expect({ replicas, weights }).toEqual({ replicas, weights: [...new Set(weights)].sort((a, b) => a - b) });
      expect([1, 2, 3, 4]).toContain(weights.length);
      expect(weights.every(weight => weight > 0 && weight < 100)).toBe(true);
    }
  });

  test.each([1, 2, 3, 4, 5, 7, 10, 33, 100])('passes its own rules with %i pods', replicas => {
    expect(findingsOf(chart => checkout(chart, { replicas }))).toEqual([]);
  });
});

describe('promotion', () => {
  const last = (promotion?: Promotion): Written => checkoutCanary({ traffic, ramp: Ramp.stages([50]), promotion }).steps.slice(2);

  test('happens by itself, without a step for it', () => {
    expect(last()).toEqual([]);
    expect(last(Promotion.automatic())).toEqual([]);
  });

  test('waits when it is told to', () => {
    expect(last(Promotion.automatic({ after: Duration.hours(1) }))).toEqual([{ pause: { duration: '1h' } }]);
  });

  test('by a person is an approval before all of the traffic', () => {
    expect(last(Promotion.manual())).toEqual([{ pause: {} }]);
  });

  test('fails on a wait of nothing', () => {
    expect(() => Promotion.automatic({ after: Duration.seconds(0) })).toThrow('Promotion.automatic: after: must be a whole number of seconds, at least 1, got 0');
  });
});

describe('impossible ramps fail at once', () => {
  test.each<[string, () => unknown, string]>([
    ['a stage of 250', () => Ramp.stages([250]), 'Ramp.stages: stages[0]: must be a whole number from 1 to 100, got 250; write 100'],
    ['a second stage of -1', () => Ramp.stages([5, -1]), 'Ramp.stages: stages[1]: must be a whole number from 1 to 100, got -1; write 1'],
    ['a stage of 0.5', () => Stage.at(0.5), 'Stage.at: weight: must be a whole number from 1 to 100, got 0.5; weights are percentages: write 50'],
    ['a stage of NaN', () => Stage.at(NaN), 'Stage.at: weight: must be a whole number from 1 to 100, got NaN; write the percentage of the traffic, such as 20'],
    ['a stage of 0', () => Stage.at(0), 'Stage.at: weight: must be a whole number from 1 to 100, got 0; write 1'],
    ['no stage', () => Ramp.stages([]), 'Ramp.stages: stages: must hold at least one stage, got none; write for example [5, 25, 50], or leave the ramp out for the default'],
    ['no stage in full', () => Ramp.of([]), 'Ramp.of: stages: must hold at least one stage, got none; write for example [5, 25, 50], or leave the ramp out for the default'],
    ['a hold of zero', () => Ramp.stages([5], { hold: Duration.seconds(0) }), 'Ramp.stages: hold: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second'],
    ['a stage held for zero', () => Stage.at(5, { hold: Duration.millis(0) }), 'Stage.at: hold: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second'],
    ['an increment of 0', () => Ramp.linear({ increment: 0, every: minute }), 'Ramp.linear: increment: must be a whole number from 1 to 100, got 0; write 1'],
    ['an increment of NaN', () => Ramp.linear({ increment: NaN, every: minute }), 'Ramp.linear: increment: must be a whole number from 1 to 100, got NaN; write the percentage of the traffic, such as 20'],
    ['a factor of 1', () => Ramp.exponential({ start: 5, factor: 1, every: minute }), 'Ramp.exponential: factor: must be above 1, got 1; write 2 to double the share at each stage'],
    ['an endless factor', () => Ramp.exponential({ start: 5, factor: Infinity, every: minute }), 'Ramp.exponential: factor: must be above 1, got Infinity; write 2 to double the share at each stage'],
    ['a start of 101', () => Ramp.exponential({ start: 101, every: minute }), 'Ramp.exponential: start: must be a whole number from 1 to 100, got 101; write 100'],
  ])('fails on %s', (_, ramp, message) => {
    expect(ramp).toThrow(new Error(message));
  });

  test('fails on two impossible stages with both', () => {
    expect(() => Ramp.stages([0, 101])).toThrow(/stages\[0\].*\n.*stages\[1\]/);
  });
});
