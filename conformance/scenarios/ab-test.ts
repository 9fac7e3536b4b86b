// An audience that sees the new version before everybody else does, and what becomes of its route and its pods.
import { App, Chart, Duration, Testing } from 'cdk8s';
import { ABTestRollout, Analysis, Audience, IstioTraffic, Promotion, Ramp } from 'rolloutkit';
import type { ABTestRolloutProps } from 'rolloutkit';
import { answers } from './series';
import type { Fields, KubeObject } from '../harness/objects';
import type { Ground, Scenario } from '../harness/scenario';

/** A shop of four pods in a mesh; the test takes 5 s. */
const tested = (props: Partial<ABTestRolloutProps>, change: (steps: Fields[]) => void = () => undefined): Ground => ({
  engine: 'argo',
  factor: 60,
  manifests: () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    new ABTestRollout(chart, 'shop', {
      containers: [{ image: 'registry.example/shop:1.0.0', portNumber: 8080 }],
      replicas: 4,
      traffic: new IstioTraffic({ hosts: ['shop.example.com'], gateway: 'public' }),
      audience: Audience.cookie('beta').isExactly('always'),
      duration: Duration.minutes(5),
      scale: { replicas: 3 },
      analyses: [Analysis.errorRate()],
      ...props,
    });
    const objects = Testing.synth(chart) as KubeObject[];
    change(objects.find(({ kind }) => kind === 'Rollout')!.spec.strategy.canary.steps);
    return objects;
  },
});

const routes = [['shop'], ['shop-audience', 'shop'], ['shop']];
const audience = { match: [{ headers: { cookie: { regex: '^(.*; *)?beta=always(;.*)?$' } } }], to: { 'shop-canary': 100 } };
const finished = { promoted: true, phase: 'Healthy', routed: 0, quiet: 2 } as const;
const ramped = tested({ ramp: Ramp.stages([25], { hold: Duration.minutes(5) }) });

export const scenarios: readonly Scenario[] = [
  {
    ...ramped,
    id: 'ab-test/good',
    why: 'the audience alone is led to the new version, whose pods stay through the ramp that follows, and the route is gone before the first weight',
    series: answers(),
    until: finished,
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [25, 100],
      meshWeights: [0, 25, 100, 0],
      meshRoutes: routes,
      meshRoute: { 'shop-audience': audience },
      // all of them are there before the last weight is set
      pods: { 0: [2, 4], 25: [4, 4] },
      runs: [{ type: 'Background', phase: 'Successful' }, { type: 'Step', phase: 'Successful', times: 2 }],
      queries: 'canary',
    },
  },
  {
    ...tested({ promotion: Promotion.manual() }),
    id: 'ab-test/approved',
    why: 'the audience keeps the new version until a person has decided and all of its pods are there',
    series: answers(),
    script: [{ step: 4, pause: 'CanaryPauseStep', then: { promote: true } }],
    until: finished,
    expect: { phase: 'Healthy', weight: 100, weights: [100], meshWeights: [0, 100, 0], meshRoutes: routes, pods: { 0: [4, 4] } },
  },
  {
    ...ramped,
    id: 'ab-test/bad',
    why: 'a bad version is taken from its audience at once, while nobody else has met it',
    series: answers({ 'error-rate': 5 }),
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [],
      meshWeights: [0],
      meshRoutes: routes,
      abort: { weight: 0, metric: 'error-rate' },
      message: /"error-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
  {
    ...tested({ ramp: Ramp.stages([25]), analyses: [] }, steps => {
      const scale = steps.findIndex(({ setCanaryScale }) => setCanaryScale?.weight === 25);
      steps.splice(scale, 4, { setHeaderRoute: { name: 'shop-audience' } }, { setCanaryScale: { matchTrafficWeight: true } }, { pause: {} }, { setWeight: 25 });
    }),
    id: 'ab-test/pods-given-back-before-the-weight',
    why: 'as many pods as a weight of 0 needs are none: the canary is removed, to be started again for the next weight',
    until: { step: 5, pause: 'CanaryPauseStep', quiet: 2 },
    expect: { phase: 'Paused', weight: 0, message: /^CanaryPauseStep$/, left: [0, 4] },
  },
];
