// A canary and a blue-green of Flagger, written by hand, to both of their ends.
import type { Expectation } from '../harness/expectations';
import type { Ground, Scenario } from '../harness/scenario';

const APP = 'conformance/scenarios/flagger/app.yaml';
const [OLD, NEW] = ['registry.example/shop:1.0.0', 'registry.example/shop:next'];
const SLACK = '/slack/deploys';
const series = [{ name: 'success-rate', query: /^success_rate\{/, answer: 99.9 }];

/** A hook that takes a release back does so on any 2xx: it has to refuse to let it go on. */
const replies = { '/smoke-test': 200, '/take-back': 403, '/approval': 200, [SLACK]: 200 };

export const canary: Ground & Pick<Scenario, 'series'> = {
  engine: 'flagger', manifests: [APP, 'conformance/scenarios/flagger/canary.yaml'], factor: 60, replies, series,
};
export const blueGreen: Ground & Pick<Scenario, 'series'> = {
  engine: 'flagger', manifests: [APP, 'conformance/scenarios/flagger/blue-green.yaml'], factor: 60, replies, series,
};

const promoted: Expectation = {
  phase: 'Succeeded', weight: 0, failedChecks: 0, deployments: { 'shop': 0, 'shop-primary': 2 }, images: { 'shop-primary': NEW },
};
export const rolledBack: Expectation = {
  phase: 'Failed', weight: 0, failedChecks: 2, deployments: { 'shop': 0, 'shop-primary': 2 }, images: { 'shop-primary': OLD },
};
/** Twice, as the threshold says; the third look takes it back. */
const halted = [/Halt shop\.\S+ advancement success-rate 50\.00 < 99/, /Halt shop\.\S+ advancement success-rate 50\.00 < 99/];
const takenBack = [...halted, /Rolling back shop\.\S+ failed checks threshold reached 2/, /Canary failed! Scaling down shop/];

const canaryGood: Scenario = {
  ...canary,
  id: 'flagger/canary-good',
  why: 'a healthy version takes each weight, and the primary gets its image',
  until: { phase: 'Succeeded', quiet: 2 },
  expect: {
    ...promoted,
    weights: [25, 50, 0],
    ingress: [25, 50, 0],
    phases: ['Progressing', 'Promoting', 'Finalising', 'Succeeded'],
    events: [/New revision detected/, /Starting canary analysis/, /weight 25/, /weight 50/, /Copying shop/, /Promotion completed!/],
    calls: { '/smoke-test': { atMost: 1 }, '/take-back': {}, [SLACK]: { body: /Canary analysis completed successfully/ } },
  },
};
const canaryBad: Scenario = {
  ...canary,
  id: 'flagger/canary-bad-at-50',
  why: 'a version that goes bad stays for the checks that are tolerated and one more, and is rolled back from there',
  script: [{ weight: 50, then: { set: { 'success-rate': 50 } } }],
  until: { phase: 'Failed', quiet: 2 },
  expect: {
    ...rolledBack,
    weights: [25, 50, 0],
    ingress: [25, 50, 0],
    phases: ['Progressing', 'Failed'],
    events: [/weight 50/, ...takenBack],
    calls: { [SLACK]: { body: /Failed checks threshold reached 2/ } },
  },
};
const blueGreenGood: Scenario = {
  ...blueGreen,
  id: 'flagger/blue-green-approved',
  why: 'a healthy version waits for the person that decides, and is promoted after that',
  replies: { ...replies, '/approval': 403 },
  script: [{ phase: 'WaitingPromotion', then: { reply: { '/approval': 200 } } }],
  until: { phase: 'Succeeded', quiet: 2 },
  expect: {
    ...promoted,
    events: [/iteration 1\/3/, /iteration 2\/3/, /iteration 3\/3/, /Halt shop\.\S+ advancement waiting for promotion approval/, /Promotion completed!/],
    calls: { '/approval': { atLeast: 2 } },
  },
};
const blueGreenBad: Scenario = {
  ...blueGreen,
  id: 'flagger/blue-green-bad',
  why: 'a version that is bad from the start is never promoted',
  series: [{ ...series[0]!, answer: 50 }],
  until: { phase: 'Failed', quiet: 2 },
  expect: { ...rolledBack, phases: ['Progressing', 'Failed'], events: takenBack, calls: { '/approval': { atLeast: 0, atMost: 0 } } },
};

export const scenarios: readonly Scenario[] = [
  canaryGood, canaryBad, blueGreenGood, blueGreenBad,
  ...[canaryGood, canaryBad, blueGreenGood, blueGreenBad].map((scenario): Scenario => ({
    ...scenario, id: scenario.id.replace('flagger/', 'flagger-stock/'), why: `${scenario.why}; as it is released, an interval is never shorter than 10 s`, stock: true,
  })),
  {
    ...canary,
    id: 'flagger/taken-back',
    why: 'who wants a release back lets the rollback hook answer 200',
    script: [{ weight: 25, then: { reply: { '/take-back': 200 } } }],
    until: { phase: 'Failed', quiet: 2 },
    expect: {
      ...rolledBack,
      failedChecks: 0,
      weights: [25, 0],
      ingress: [25, 0],
      events: [/weight 25/, /Rolling back shop\.\S+ manual webhook invoked/, /Canary failed! Scaling down shop/],
    },
  },
];
