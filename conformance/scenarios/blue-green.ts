// Blue-green, as the library writes it: everything is switched at once, asked about afterwards, and switched back when it is bad.
import { Analysis, Gate, Promotion } from 'rolloutkit';
import { switched } from './rendered';
import { always, answers, healthy } from './series';
import type { Expectation } from '../harness/expectations';
import type { Ground, Scenario } from '../harness/scenario';

const smokeTest = Analysis.custom({ name: 'smoke-test', query: 'smoke_test_passed', atLeast: 95, count: 1 });
const smoke = (answer: number): Scenario['series'] => [{ name: 'smoke-test', query: /^smoke_test_passed$/, answer }, ...answers()];
const asked: Ground = { engine: 'argo', manifests: switched({ analyses: [Analysis.successRate()] }), factor: 60 };

const promoted = { promoted: true, phase: 'Healthy', quiet: 2 };
const aborted = { aborted: true, phase: 'Degraded', quiet: 2 };
const kept: Expectation = { phase: 'Healthy', weight: 100, leads: { shop: ['new'] } };
/** The old pods are as many as before, and the new ones stay: without them the controller might not switch back. */
const switchedBack: Expectation = {
  phase: 'Degraded', weight: 0, leads: { shop: ['new', 'old'] }, left: [3, 3], message: /^RolloutAborted: .*post-promotion analysis phase error\/failed/,
};

export const scenarios: readonly Scenario[] = [
  {
    ...asked,
    id: 'blue-green/good',
    why: 'a healthy version gets everything, and is judged where there is something to judge: after the switch',
    series: answers(),
    until: promoted,
    expect: { ...kept, runs: [{ type: 'PostPromotion', phase: 'Successful' }, { type: 'PrePromotion', phase: 'Successful', times: 0 }] },
  },
  {
    ...asked,
    id: 'blue-green/bad',
    why: 'a bad version loses everything again, after the second bad answer',
    series: answers({ 'success-rate': 98, 'catastrophic-errors': 2 }),
    until: aborted,
    expect: { ...switchedBack, runs: [{ type: 'PostPromotion', phase: 'Failed', metric: 'success-rate', counts: { failed: 2 } }] },
  },
  ...([['catastrophic-errors', 50], ['restarts', 5]] as const).map(([metric, answer]): Scenario => ({
    ...asked,
    id: `blue-green/catastrophe-${metric}`,
    why: 'of a catastrophe one answer is enough here as well',
    series: answers({ [metric]: answer }),
    until: aborted,
    expect: { ...switchedBack, runs: [{ type: 'PostPromotion', phase: 'Failed', metric, counts: { failed: 1 } }] },
  })),
  {
    ...asked,
    id: 'blue-green/silent-then-good',
    why: 'while there is nothing to judge the old version is kept, to go back to',
    series: always('empty'),
    script: [{ seconds: 15, then: { set: healthy } }],
    until: promoted,
    expect: { ...kept, runs: [{ type: 'PostPromotion', phase: 'Successful' }] },
  },
  {
    ...asked,
    id: 'blue-green/silent-then-bad',
    why: 'a version of which nothing was known can still be switched back',
    series: always('empty'),
    script: [{ seconds: 15, then: { set: { 'success-rate': 50 } } }],
    until: aborted,
    expect: { ...switchedBack, runs: [{ type: 'PostPromotion', phase: 'Failed', metric: 'success-rate', counts: { failed: 2 } }] },
  },
  {
    ...asked,
    id: 'blue-green/approved',
    why: 'what is promoted by hand waits for it, after the smoke test and before the switch',
    manifests: switched({ analyses: [Analysis.successRate()], promotion: Promotion.manual(), gates: [Gate.beforePromotion(smokeTest)] }),
    series: smoke(100),
    script: [{ pause: 'BlueGreenPause', then: { note: 'somebody is asked' } }, { seconds: 5, then: { promote: true } }],
    until: promoted,
    expect: { ...kept, runs: [{ type: 'PrePromotion', phase: 'Successful' }, { type: 'PostPromotion', phase: 'Successful' }] },
  },
  {
    ...asked,
    id: 'blue-green/smoke-test-bad',
    why: 'a version that fails its smoke test never gets a request',
    manifests: switched({ gates: [Gate.beforePromotion(smokeTest)] }),
    series: smoke(50),
    until: aborted,
    expect: {
      phase: 'Degraded',
      weight: 0,
      leads: { shop: [] },
      message: /^RolloutAborted: .*pre-promotion analysis phase error\/failed/,
      runs: [{ type: 'PrePromotion', phase: 'Failed', metric: 'smoke-test', counts: { failed: 1 } }],
    },
  },
  {
    ...asked,
    id: 'blue-green/operator-aborts',
    why: 'who aborts while the new version waits keeps the old one, which has lost nothing',
    manifests: switched({ promotion: Promotion.manual() }),
    series: answers(),
    script: [{ pause: 'BlueGreenPause', then: { abort: true } }],
    until: aborted,
    expect: { phase: 'Degraded', weight: 0, leads: { shop: [] }, message: /^RolloutAborted: / },
  },
];
