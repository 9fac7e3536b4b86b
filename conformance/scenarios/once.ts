// A question that is asked once, as the library writes it for who wants that.
import { Duration } from 'cdk8s';
import { Analysis, Gate, Ramp, Stage } from 'rolloutkit';
import { shop } from './rendered';
import { answers } from './series';
import type { Script } from '../harness/metrics';
import type { Ground, Scenario } from '../harness/scenario';

const smokeTest = Analysis.custom({ name: 'smoke-test', query: 'smoke_test_passed', atLeast: 95, count: 1 });
const once: Ground = {
  engine: 'argo',
  manifests: shop({ ramp: Ramp.of([Stage.at(5, { hold: Duration.minutes(3) })]), gates: [Gate.beforePromotion(smokeTest)] }),
  factor: 60,
};
const said = (answer: Script): Pick<Scenario, 'series'> => ({
  series: [{ name: 'smoke-test', query: /^smoke_test_passed$/, answer }, ...answers()],
});

export const scenarios: readonly Scenario[] = [
  {
    ...once,
    ...said(50),
    id: 'once/bad',
    why: 'a smoke test that is bad ends the rollout, however seldom it is asked',
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      ingress: [5, 0],
      abort: { weight: 5, by: 'Step', metric: 'smoke-test' },
      runs: [{ type: 'Step', phase: 'Failed', metric: 'smoke-test', counts: { failed: 1 } }],
      message: /"smoke-test" assessed Failed due to failed \(1\) > failureLimit \(0\)/,
    },
  },
  {
    ...once,
    ...said(100),
    id: 'once/good',
    why: 'one good answer is all that it takes',
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [5, 100],
      runs: [{ type: 'Step', phase: 'Successful', metric: 'smoke-test', counts: { successful: 1 } }],
    },
  },
  {
    ...once,
    ...said('empty'),
    id: 'once/no-data',
    why: 'what is asked once cannot wait for data: no answer is a bad one, or the rollout would pause and no longer listen to its guard',
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      ingress: [5, 0],
      abort: { weight: 5, by: 'Step', metric: 'smoke-test' },
      runs: [{ type: 'Step', phase: 'Failed', metric: 'smoke-test', counts: { failed: 1, inconclusive: 0 } }],
    },
  },
];
