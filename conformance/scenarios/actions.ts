// What is done at certain moments of a release, as the library writes it: a Job, a request.
import { App, Chart, Duration, Testing } from 'cdk8s';
import { Action, BlueGreenRollout, Hook, Ramp, Stage } from 'rolloutkit';
import type { BlueGreenRolloutProps } from 'rolloutkit';
import { shop } from './rendered';
import type { Expectation } from '../harness/expectations';
import type { KubeObject } from '../harness/objects';
import type { Replies } from '../harness/receiver';
import type { Ground, Scenario } from '../harness/scenario';

/** A canary with one stage and these hooks. */
const canary = (hooks: readonly Hook[], replies?: Replies): Ground => ({
  engine: 'argo',
  manifests: shop({ ramp: Ramp.of([Stage.at(5, { hold: Duration.minutes(2) })]), hooks: [...hooks] }),
  factor: 60,
  replies,
});

const blueGreen = (hooks: BlueGreenRolloutProps['hooks']): Ground => ({
  engine: 'argo',
  manifests: () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    new BlueGreenRollout(chart, 'shop', { containers: [{ image: 'registry.example/shop:1.0.0', portNumber: 8080 }], hooks });
    return Testing.synth(chart) as KubeObject[];
  },
  factor: 60,
});

/** A Job whose pod ends with this status. */
const job = (status: number) => Action.job({
  name: 'smoke-test',
  containers: [{ image: 'registry.example/smoke-test:1.0.0', args: ['--against', 'http://{{args.canary-service}}:8080'] }],
  podMetadata: { annotations: { 'lab/exit': String(status) } },
});
const good = job(0);
const asked = Action.http({ name: 'smoke-test', url: 'http://tests/smoke-test', json: '{"release":"{{args.rollout}}"}', jsonPath: '{$.result}', successCondition: 'result == "passed"' });
const called = Action.http({ name: 'announce', url: 'http://chat/releases' });

/** A canary that goes on after something that is done once. */
const goesOn = (metric: string): Expectation => ({
  phase: 'Healthy', weight: 100, weights: [5, 100], runs: [{ type: 'Step', phase: 'Successful', metric, counts: { successful: 1 } }],
});
/** A canary that is taken back from 5 % by something that is done once. */
const takenBack = (metric: string, run: Pick<NonNullable<Expectation['runs']>[number], 'phase' | 'counts'> = { phase: 'Failed', counts: { failed: 1 } }): Expectation => ({
  phase: 'Degraded', weight: 0, weights: [5, 0], abort: { weight: 5, by: 'Step', metric }, runs: [{ type: 'Step', metric, ...run }],
});
const failedOnce = /"smoke-test" assessed Failed due to failed \(1\) > failureLimit \(0\)/;

const promoted: Pick<Scenario, 'until'> = { until: { promoted: true, phase: 'Healthy', quiet: 2 } };
const aborted: Pick<Scenario, 'until'> = { until: { aborted: true, phase: 'Degraded', quiet: 2 } };

export const scenarios: readonly Scenario[] = [
  {
    ...canary([Hook.beforeTraffic(good)]),
    ...promoted,
    id: 'actions/job-before-traffic',
    why: 'a Job before the first weight finds pods of the new version that get no traffic yet, and the release goes on when it has succeeded',
    expect: { ...goesOn('smoke-test'), pods: { 0: [2, 5] } },
  },
  {
    ...canary([Hook.beforeTraffic(job(1))]),
    ...aborted,
    id: 'actions/job-before-traffic-bad',
    why: 'a Job that fails before the first weight keeps everybody on the old version, and is not tried again',
    expect: { ...takenBack('smoke-test'), weights: [], abort: { weight: 0, by: 'Step', metric: 'smoke-test' }, message: failedOnce },
  },
  {
    ...canary([Hook.duringTraffic(good)]),
    ...promoted,
    id: 'actions/job-during-traffic',
    why: 'a Job after the hold of a stage lets the release go on when it has succeeded',
    expect: goesOn('smoke-test'),
  },
  {
    ...canary([Hook.duringTraffic(job(1))]),
    ...aborted,
    id: 'actions/job-during-traffic-bad',
    why: 'a Job that fails after the hold of a stage takes its traffic back',
    expect: takenBack('smoke-test'),
  },
  {
    ...canary([Hook.beforePromotion(asked)], { '/smoke-test': { body: { result: 'passed' } } }),
    ...promoted,
    id: 'actions/http-good',
    why: 'a request is sent once, with what is known of the release, and a good answer is all that it takes',
    expect: { ...goesOn('smoke-test'), calls: { '/smoke-test': { atMost: 1, body: /"release":"shop"/ } } },
  },
  {
    ...canary([Hook.beforePromotion(asked)], { '/smoke-test': { body: { result: 'failed' } } }),
    ...aborted,
    id: 'actions/http-bad',
    why: 'a bad answer takes the release back, and nobody asks again',
    expect: { ...takenBack('smoke-test'), calls: { '/smoke-test': { atMost: 1 } }, message: failedOnce },
  },
  {
    ...canary([Hook.beforePromotion(called)], { '/releases': 503 }),
    ...aborted,
    id: 'actions/http-refused',
    why: 'another status is no answer: the release is taken back at once, since what a request does is not always done twice with impunity',
    expect: {
      ...takenBack('announce', { phase: 'Error', counts: { error: 1 } }),
      calls: { '/releases': { atMost: 1 } },
      message: /received non 2xx response code: 503/,
    },
  },
  {
    ...canary([Hook.beforePromotion(Action.http({ name: 'announce', url: 'http://chat/releases', retries: 1 }))], { '/releases': 503 }),
    ...aborted,
    id: 'actions/http-retried',
    why: 'a request that may be sent again is sent again, as often as it may and no more',
    expect: {
      phase: 'Degraded',
      weight: 0,
      runs: [{ type: 'Step', phase: 'Error', metric: 'announce', counts: { error: 2 } }],
      calls: { '/releases': { atLeast: 2, atMost: 2 } },
    },
  },
  {
    ...canary([Hook.beforePromotion(called)], { '/releases': { body: null } }),
    ...promoted,
    id: 'actions/http-null',
    why: 'an answer that is null would end the controller where the whole answer is looked at, as it is by default',
    expect: goesOn('announce'),
  },
  {
    ...blueGreen([Hook.beforeTraffic(job(1))]),
    ...aborted,
    id: 'actions/blue-green-bad',
    why: 'a Job that fails before the switch keeps it from happening',
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [],
      runs: [{ type: 'PrePromotion', phase: 'Failed', metric: 'smoke-test', counts: { failed: 1 } }],
    },
  },
  {
    ...blueGreen([Hook.beforeTraffic(good), Hook.afterPromotion(good)]),
    ...promoted,
    id: 'actions/blue-green-good',
    why: 'Jobs that succeed stand on both sides of the switch',
    expect: {
      phase: 'Healthy',
      weight: 100,
      runs: [
        { type: 'PrePromotion', phase: 'Successful', metric: 'smoke-test', counts: { successful: 1 } },
        { type: 'PostPromotion', phase: 'Successful', metric: 'smoke-test', counts: { successful: 1 } },
      ],
    },
  },
  ...(['beforePromotion', 'duringTraffic', 'afterPromotion'] as const).flatMap(moment => atSwitch(moment, moment === 'beforePromotion' ? 'Pre' : 'Post')),
];

/** A hook on one side of the switch, with both of its ends. */
function atSwitch(moment: 'beforePromotion' | 'duringTraffic' | 'afterPromotion', side: 'Pre' | 'Post'): readonly Scenario[] {
  const type = `${side}Promotion` as const;
  const named = moment.replace(/[A-Z]/, letter => `-${letter.toLowerCase()}`);
  return [
    {
      ...blueGreen([Hook[moment](good)]),
      ...promoted,
      id: `actions/blue-green-${named}`,
      why: `a Job ${side === 'Pre' ? 'before' : 'after'} the switch is waited for, and the release goes on when it has succeeded`,
      expect: { phase: 'Healthy', weight: 100, runs: [{ type, phase: 'Successful', metric: 'smoke-test', counts: { successful: 1 } }] },
    },
    {
      ...blueGreen([Hook[moment](job(1))]),
      ...aborted,
      id: `actions/blue-green-${named}-bad`,
      why: side === 'Pre' ? 'a Job that fails before the switch keeps it from happening' : 'a Job that fails after the switch switches back',
      expect: {
        phase: 'Degraded',
        weight: 0,
        leads: { shop: side === 'Pre' ? [] : ['new', 'old'] },
        runs: [{ type, phase: 'Failed', metric: 'smoke-test', counts: { failed: 1 } }],
        message: failedOnce,
      },
    },
  ];
}
