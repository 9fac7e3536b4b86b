import { Duration } from 'cdk8s';
import { Action, Analysis, Gate, Hook, NginxTraffic, Ramp, Step } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, switched, switchedBlueGreen } from '../render';
import type { Written } from '../render';

const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });
const ramp = Ramp.stages([10, 50]);
const action = Action.http({ name: 'smoke', url: 'http://tests.shop/smoke' });
const templates = [{ templateName: 'checkout-smoke' }];
const inSteps = (hook: Hook, props = {}): Written[] => checkoutCanary({ traffic, ramp, hooks: [hook], ...props }).steps;
const kinds = (steps: Written[]): string[] => steps.map(step => Object.keys(step)[0]);

describe('in a canary', () => {
  test('before the traffic: with the pods of the first stage, which get none of it yet', () => {
    expect(inSteps(Hook.beforeTraffic(action)).slice(0, 5)).toEqual([
      { setCanaryScale: { weight: 10 } }, { analysis: { templates } }, { setWeight: 10 }, { setCanaryScale: { matchTrafficWeight: true } },
      { pause: { duration: '5m' } },
    ]);
  });

  test('before the traffic without a router: before there are pods, since each would get some', () => {
    expect(kinds(inSteps(Hook.beforeTraffic(action), { traffic: undefined, ramp: Ramp.stages([20]) }))).toEqual(['analysis', 'setWeight', 'pause']);
  });

  test('before the traffic of steps that scale by themselves: nothing is added to them', () => {
    const steps = [Step.scale({ replicas: 3 }), Step.weight(10), Step.hold(Duration.minutes(5))];
    expect(kinds(inSteps(Hook.beforeTraffic(action), { ramp: undefined, steps }))).toEqual(['analysis', 'setCanaryScale', 'setWeight', 'pause']);
  });

  test('the guard begins after the first weight all the same', () => {
    expect(checkoutCanary({ traffic, ramp, hooks: [Hook.beforeTraffic(action)], analyses: [Analysis.latency()] }).analysis.startingStep).toBe(3);
  });

  test('during the traffic: after each hold, together with the gates that stand there', () => {
    const steps = inSteps(Hook.duringTraffic(action), { gates: [Gate.eachStage(Analysis.latency())] });
    expect(kinds(steps)).toEqual(['setWeight', 'pause', 'analysis', 'setWeight', 'pause', 'analysis']);
    expect(steps[2].analysis.templates).toEqual([...templates, { templateName: 'checkout-latency' }]);
  });

  test('before the promotion: after the last stage', () => {
    expect(inSteps(Hook.beforePromotion(action)).at(-1)).toEqual({ analysis: { templates } });
  });

  test('fails after the promotion, since the controller does nothing then', () => {
    expect(findingsOf(chart => checkout(chart, { hooks: [Hook.afterPromotion(action)] }))).toEqual([
      '[test/checkout] hooks[0]: Argo Rollouts asks nothing after a canary was promoted; use Gate.beforePromotion, with a last stage at a high weight',
    ]);
  });
});

describe('in a blue-green', () => {
  test('before the traffic and before the promotion are before the switch', () => {
    for (const hook of [Hook.beforeTraffic(action), Hook.beforePromotion(action)]) {
      expect(switchedBlueGreen({ hooks: [hook] })).toMatchObject({ prePromotionAnalysis: { templates } });
    }
  });

  test('during the traffic and after the promotion are after the switch', () => {
    for (const hook of [Hook.duringTraffic(action), Hook.afterPromotion(action)]) {
      expect(switchedBlueGreen({ hooks: [hook] })).toMatchObject({ postPromotionAnalysis: { templates } });
    }
  });
});

test('a hook needs no metric store, so that no guard is added', () => {
  expect(checkoutManifests({ hooks: [Hook.duringTraffic(action)] }).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Rollout checkout', 'Service checkout', 'Service checkout-canary', 'AnalysisTemplate checkout-smoke',
  ]);
});

test('fails when a release is taken back, and says what can be done instead', () => {
  const told = expect.stringContaining('hooks[0]: Argo Rollouts runs nothing when it takes a release back, got Hook.onRollback; subscribe to its notification');
  expect(findingsOf(chart => checkout(chart, { hooks: [Hook.onRollback(action)] }))).toEqual([told]);
  expect(findingsOf(chart => switched(chart, { hooks: [Hook.onRollback(action)] }))).toEqual([told]);
});
