// The examples of Flagger, as they are rendered: each promotes a good version and takes a bad one back.
import { slackSecret } from './flagger/rendered';
import { SLACK } from './flagger/shop';
import { readManifests } from '../harness/manifests';
import type { Script, Series } from '../harness/metrics';
import type { Ground, Scenario } from '../harness/scenario';

const QUERIES = {
  'out-of-memory': /OOMKilled/,
  'restarts': /restarts_total/,
  'latency': /histogram_quantile/,
  'error-rate': /^100 \* \(\(/,
  'success-rate': /^100 \* \(1 -/,
  'orders': /orders_completed_total/,
  'memory': /^100 \* max\(/,
} as const;
type Name = keyof typeof QUERIES;

const healthy: Readonly<Record<Name, Script>> = {
  'out-of-memory': 0, 'restarts': 0, 'latency': 120, 'error-rate': 0.1, 'success-rate': 99.9, 'orders': 900, 'memory': 40,
};

function answers(changes: Readonly<Partial<Record<Name, Script>>> = {}): Series[] {
  return (Object.keys(QUERIES) as Name[]).map(name => ({ name, query: QUERIES[name], answer: changes[name] ?? healthy[name] }));
}

const from = (weight: number, good: number, bad: number): Script => ({ over: 'weight', answers: [[0, good], [weight, bad]] });

/** A file with the Secret that whoever copies it has. */
const withSecret = (file: string) => () => [...readManifests([file]), slackSecret()];
const [NO, YES] = [403, 200];

/** So many failed checks, and the look after them. */
function takenBack(halt: RegExp, threshold: number): readonly RegExp[] {
  return [...Array.from({ length: threshold }, () => halt), new RegExp(`failed checks threshold reached ${threshold}`), /Canary failed! Scaling down/];
}

const deploymentsOf = (name: string, pods: number): Readonly<Record<string, number>> => ({ [name]: 0, [`${name}-primary`]: pods });
const next = (name: string, image: string): Readonly<Record<string, string>> => ({ [`${name}-primary`]: `registry.example/${image}` });

// An interval of a second.
const docutag = (chart: string): Ground => ({
  engine: 'flagger', manifests: withSecret(`examples/docutag/expected/${chart}.k8s.yaml`), factor: 60, replies: { '/': YES, [SLACK]: YES },
});
const docutagRoute = 'TraefikService docutag-controller';
const docutagGood = {
  phase: 'Succeeded', weight: 0, failedChecks: 0, deployments: deploymentsOf('docutag-controller', 3), images: next('docutag-controller', 'docutag-controller:next'),
} as const;
const docutagBad = {
  phase: 'Failed', weight: 0, deployments: deploymentsOf('docutag-controller', 3), images: next('docutag-controller', 'docutag-controller:1.1.0'),
} as const;
const tens = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

const docutags: readonly Scenario[] = [
  {
    ...docutag('docutag'),
    id: 'docutag/canary-good',
    why: 'the tests of the chart run, each tenth is taken under load, and whoever listens is told of the end',
    series: answers(),
    until: { phase: 'Succeeded', quiet: 2 },
    expect: {
      ...docutagGood,
      weights: [...tens, 0],
      routeWeights: { [docutagRoute]: [...tens, 0] },
      events: [/Pre-rollout check helm-test passed/, /weight 10$/, /weight 100$/, /Promotion completed!/],
      calls: { '/': { atLeast: 10, body: /hey -z 1m/ }, [SLACK]: { body: /Canary analysis completed successfully/ } },
    },
  },
  {
    ...docutag('docutag'),
    id: 'docutag/canary-bad-at-30',
    why: 'five failed checks take it back from where it went bad, and everything goes to the old version',
    series: answers(),
    script: [{ weight: 30, then: { set: { 'success-rate': 95 } } }],
    until: { phase: 'Failed', quiet: 2 },
    expect: {
      ...docutagBad,
      failedChecks: 5,
      weights: [10, 20, 30, 0],
      routeWeights: { [docutagRoute]: [10, 20, 30, 0] },
      events: [/weight 30$/, ...takenBack(/advancement success-rate 95\.00 < 99/, 5)],
      calls: { [SLACK]: { body: /Failed checks threshold reached 5/ } },
    },
  },
  {
    ...docutag('docutag-strict'),
    id: 'docutag/strict-slow-at-20',
    why: 'where it is stricter three slow answers are enough',
    series: answers({ latency: from(20, 120, 900) }),
    until: { phase: 'Failed', quiet: 2 },
    expect: {
      ...docutagBad,
      failedChecks: 3,
      weights: [10, 20, 0],
      routeWeights: { [docutagRoute]: [10, 20, 0] },
      events: takenBack(/advancement latency 900\.00 > 500/, 3),
    },
  },
  {
    ...docutag('docutag'),
    id: 'docutag/tests-fail',
    why: 'a version whose tests fail gets no request',
    series: answers(),
    replies: { '/': 500, [SLACK]: YES },
    until: { phase: 'Failed', quiet: 2 },
    expect: { ...docutagBad, failedChecks: 5, events: takenBack(/advancement pre-rollout check helm-test failed/, 5) },
  },
  {
    ...docutag('docutag-blue-green'),
    id: 'docutag/blue-green-good',
    why: 'the other value of the strategy looks ten times and then leads everything over',
    series: answers(),
    until: { phase: 'Succeeded', quiet: 2 },
    expect: {
      ...docutagGood,
      routeWeights: { [docutagRoute]: [100, 0] },
      events: [/iteration 1\/10/, /iteration 10\/10/, /Routing all traffic to canary/, /Promotion completed!/],
      calls: { '/': { atLeast: 10, body: /hey -z 1m/ } },
    },
  },
  {
    ...docutag('docutag-blue-green'),
    id: 'docutag/blue-green-bad',
    why: 'a version that goes bad while it is looked at is never led to',
    series: answers(),
    script: [{ iterations: 4, then: { set: { 'success-rate': 'empty' } } }],
    until: { phase: 'Failed', quiet: 2 },
    expect: {
      ...docutagBad, failedChecks: 5, routeWeights: { [docutagRoute]: [] }, events: [/iteration 4\/10/, ...takenBack(/Halt advancement no values found/, 5)],
    },
  },
];

interface Theory {
  readonly chart: string;
  readonly pods: number;
  readonly factor: number;
  readonly object: string;
  readonly weights: readonly number[];
  readonly gated?: true;
}

// Stages of a second.
const theories: readonly Theory[] = [
  { chart: 'stages', pods: 5, factor: 300, object: 'HTTPRoute stages', weights: [5, 25, 50] },
  { chart: 'minutes', pods: 10, factor: 120, object: 'HTTPRoute minutes', weights: [20, 50] },
  { chart: 'approval', pods: 5, factor: 600, object: 'Ingress approval-canary', weights: [5, 30], gated: true },
];

const theoryScenarios = theories.flatMap(({ chart, pods, factor, object, weights, gated }): Scenario[] => {
  const ground: Ground = {
    engine: 'flagger', manifests: [`examples/theory-flagger/expected/${chart}.k8s.yaml`], factor, ...gated && { replies: { '/gate/check': [NO, NO, YES] } },
  };
  const [deployments, second] = [deploymentsOf(chart, pods), weights[1]!];
  return [
    {
      ...ground,
      id: `theory-flagger/${chart}-good`,
      why: gated ? 'the last share is kept until a person opens the gate, and then everybody gets the new version' : 'a healthy version takes each stage, and the primary gets its image',
      series: answers(),
      until: { phase: 'Succeeded', quiet: 2 },
      expect: {
        phase: 'Succeeded',
        weight: 0,
        failedChecks: 0,
        deployments,
        images: next(chart, 'theory:next'),
        weights: [...weights, 0],
        routeWeights: { [object]: [...weights, 0] },
        events: gated ? [/waiting for promotion approval promotion-approval/, /Promotion completed!/] : [/Promotion completed!/],
        ...gated && { calls: { '/gate/check': { atLeast: 3 } } },
      },
    },
    {
      ...ground,
      id: `theory-flagger/${chart}-bad-at-${second}`,
      why: 'a fault that only a larger share shows takes the release back from there',
      series: answers({ 'error-rate': from(second, 0.1, 5) }),
      until: { phase: 'Failed', quiet: 2 },
      expect: {
        phase: 'Failed',
        weight: 0,
        failedChecks: 1,
        deployments,
        images: next(chart, 'theory:2.0.0'),
        weights: [weights[0]!, second, 0],
        routeWeights: { [object]: [weights[0]!, second, 0] },
        events: takenBack(/advancement error-rate 5\.00 > 1/, 1),
      },
    },
  ];
});

// Nobody measures how busy pods are here, so the autoscalers keep the least number of them.
const sale: Ground & Pick<Scenario, 'rest'> = {
  engine: 'flagger',
  manifests: withSecret('examples/flash-sale-flagger/expected/flash-sale.k8s.yaml'),
  factor: 120,
  replies: { [SLACK]: YES },
  // A release that ends soon ends before the first look of the autoscaler otherwise.
  rest: { scaled: { 'flash-sale-primary': 10 } },
};
const saleRoute = 'HTTPRoute flash-sale';

interface Fault {
  readonly id: string;
  readonly why: string;
  readonly series: Partial<Record<Name, Script>>;
  readonly weights: readonly number[];
  readonly halt: RegExp;
}

const faults: readonly Fault[] = [
  { id: 'errors', why: 'errors of a few percent take it back', series: { 'error-rate': from(30, 0.1, 2) }, weights: [10, 30], halt: /error-rate 2\.00 > 1/ },
  { id: 'slow', why: 'what is slow takes it back, on any number of pods', series: { latency: from(50, 120, 900) }, weights: [10, 30, 50], halt: /latency 900\.00 > 600/ },
  { id: 'orders', why: 'fewer orders are a failure though every request is answered', series: { orders: from(80, 900, 250) }, weights: [10, 30, 50, 80], halt: /orders 250\.00 < 300/ },
  { id: 'full-memory', why: 'memory that is nearly full is one as well', series: { memory: from(30, 40, 90) }, weights: [10, 30], halt: /memory 90\.00 > 85/ },
  { id: 'out-of-memory', why: 'and so is a container that was ended for its memory', series: { 'out-of-memory': from(10, 0, 1) }, weights: [10], halt: /out-of-memory 1\.00 > 0/ },
];

const sales: readonly Scenario[] = [
  {
    ...sale,
    id: 'flash-sale-flagger/good',
    why: 'a good version takes every stage, and the primary has its image and an autoscaler of its own',
    series: answers(),
    until: { phase: 'Succeeded', quiet: 2 },
    expect: {
      phase: 'Succeeded',
      weight: 0,
      failedChecks: 0,
      deployments: deploymentsOf('flash-sale', 10),
      images: next('flash-sale', 'flash-sale:next'),
      weights: [10, 30, 50, 80, 100, 0],
      routeWeights: { [saleRoute]: [10, 30, 50, 80, 100, 0] },
    },
  },
  ...faults.map(({ id, why, series, weights, halt }): Scenario => ({
    ...sale,
    id: `flash-sale-flagger/${id}`,
    why,
    series: answers(series),
    until: { phase: 'Failed', quiet: 2 },
    expect: {
      phase: 'Failed',
      weight: 0,
      failedChecks: 1,
      deployments: deploymentsOf('flash-sale', 10),
      images: next('flash-sale', 'flash-sale:3.1.0'),
      weights: [...weights, 0],
      routeWeights: { [saleRoute]: [...weights, 0] },
      events: takenBack(halt, 1),
      calls: { [SLACK]: { body: /Failed checks threshold reached 1/ } },
    },
  })),
];

export const scenarios: readonly Scenario[] = [...docutags, ...theoryScenarios, ...sales];
