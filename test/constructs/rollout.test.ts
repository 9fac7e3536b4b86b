import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Analysis, BlueGreenRollout, CanaryRollout, GatewayApiTraffic, Promotion, Ramp, Rollout, Strategy } from 'rolloutkit';
import type { BlueGreenOptions, CanaryOptions, RolloutProps } from 'rolloutkit';
import { checkout, findingsOf, manifestsOf, named, switched } from '../render';

const containers = [{ image: 'registry.example/checkout:1', portNumber: 8080 }];
const common = {
  replicas: 4,
  analyses: [Analysis.successRate()],
  promotion: Promotion.automatic({ after: Duration.minutes(1) }),
  progressDeadline: Duration.minutes(3),
};
const general = (strategy: Strategy, props: Partial<RolloutProps> = {}) =>
  manifestsOf(chart => { new Rollout(chart, 'checkout', { containers, ...common, strategy, ...props }); });

describe('a Rollout writes what the short form of its strategy writes', () => {
  test.each<[string, CanaryOptions]>([
    ['by default', {}],
    ['with a ramp and a router', { ramp: Ramp.stages([10, 50]), traffic: new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' }) }],
    ['with Services that exist', { services: { stable: 'legacy' } }],
  ])('as a canary, %s', (_, options) => {
    expect(general(Strategy.canary(options))).toEqual(manifestsOf(chart => { checkout(chart, { ...common, ...options }); }));
  });

  test.each<[string, BlueGreenOptions]>([
    ['by default', {}],
    ['with fewer pods before the switch', { previewReplicas: 2, scaleDownDelay: Duration.minutes(1), scaleDownRevisions: 1 }],
    ['with Services that exist', { services: { active: 'legacy' } }],
  ])('as a blue-green, %s', (_, options) => {
    expect(general(Strategy.blueGreen(options))).toEqual(manifestsOf(chart => { switched(chart, { ...common, ...options }); }));
  });
});

test('one value chooses, and all else stays as it is', () => {
  const [canary, blueGreen] = [Strategy.canary({ ramp: Ramp.stages([25, 50]) }), Strategy.blueGreen()].map(strategy => named(general(strategy), 'Rollout', 'checkout').spec);
  expect(Object.keys(canary.strategy)).toEqual(['canary']);
  expect(Object.keys(blueGreen.strategy)).toEqual(['blueGreen']);
  expect({ ...canary, strategy: undefined }).toEqual({ ...blueGreen, strategy: undefined });
});

test('its Services have names that fit every strategy', () => {
  manifestsOf(chart => {
    const canary = checkout(chart);
    const blueGreen = new BlueGreenRollout(chart, 'till', { containers });
    expect([canary.mainService, canary.nextService]).toEqual([canary.stableService, canary.canaryService]);
    expect([blueGreen.mainService, blueGreen.nextService]).toEqual([blueGreen.activeService, blueGreen.previewService]);
    expect(blueGreen.nextService.service?.name).toBe('till-preview');
  });
});

test('the short forms are Rollouts, and workloads of cdk8s-plus that can be scaled', () => {
  manifestsOf(chart => {
    for (const rollout of [new CanaryRollout(chart, 'one', { containers }), new BlueGreenRollout(chart, 'two', { containers })]) {
      const target: kplus.IScalable = rollout;
      expect(rollout).toBeInstanceOf(Rollout);
      expect(rollout).toBeInstanceOf(kplus.Workload);
      expect(target.toScalingTarget()).toMatchObject({ kind: 'Rollout', apiVersion: 'argoproj.io/v1alpha1' });
    }
  });
});

test('fails on what was said to the strategy as a part of it, and on what was said to a short form as its own', () => {
  const ramp = Ramp.stages([40, 20]);
  const message = 'stages[1].weight: must exceed the previous weight 40, got 20; write weight: 41 or more, or drop the step (weights-increase)';
  expect(findingsOf(chart => { new Rollout(chart, 'checkout', { containers, strategy: Strategy.canary({ ramp }) }); })).toEqual([`[test/checkout] strategy.ramp.${message}`]);
  expect(findingsOf(chart => { new CanaryRollout(chart, 'checkout', { containers, ramp }); })).toEqual([`[test/checkout] ramp.${message}`]);
});
