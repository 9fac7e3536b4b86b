// The flash sale of the examples: each stage, each class of failure, and the person who decides.
import type { Script, Series } from '../harness/metrics';
import type { Moment } from '../harness/moments';
import type { Ground, Scenario } from '../harness/scenario';

const QUERIES = {
  'catastrophic-errors': />= 20$/,
  'error-rate': /^100 \* \(\(/,
  'success-rate': /^100 \* \(1 -/,
  'latency': /histogram_quantile/,
  'orders': /orders_completed_total/,
  'memory-growth': /deriv\(/,
  'memory': /^100 \* max\(/,
  'pod-restarts': /^sum\(kube_pod_container_status_restarts_total/,
  'restarts': /increase\(kube_pod_container_status_restarts_total/,
  'out-of-memory': /OOMKilled/,
} as const;
type Name = keyof typeof QUERIES;

const healthy: Readonly<Record<Name, Script>> = {
  'catastrophic-errors': 0.1,
  'error-rate': 0.1,
  'success-rate': 99.9,
  'latency': 120,
  'orders': 900,
  'memory': 40,
  'memory-growth': 2,
  'pod-restarts': 0,
  'restarts': 0,
  'out-of-memory': 'empty',
};

function answers(changes: Readonly<Partial<Record<Name, Script>>> = {}): Series[] {
  return (Object.keys(QUERIES) as Name[]).map(name => ({ name, query: QUERIES[name], answer: changes[name] ?? healthy[name] }));
}

const from = (weight: number, good: number, bad: number): Script => ({ over: 'weight', answers: [[0, good], [weight, bad]] });

// Holds of 5 s, an answer each second; nobody measures how busy pods are here, so the autoscaler keeps the least number of them.
const ground = (chart: string): Ground => ({ engine: 'argo', manifests: [`examples/flash-sale/expected/${chart}.k8s.yaml`], factor: 60 });
const sale: Omit<Scenario, 'id' | 'why' | 'until' | 'expect'> = { ...ground('flash-sale'), rest: { pods: [10, 0] } };
const aborted: Moment = { aborted: true, phase: 'Degraded', routed: 0, quiet: 2 };

interface Fault {
  readonly id: string;
  readonly why: string;
  readonly series: Partial<Record<Name, Script>>;
  readonly weights: readonly number[];
  readonly metric: Name;
}

const faults: readonly Fault[] = [
  { id: 'errors', why: 'a high error rate is not tolerated once', series: { 'error-rate': from(30, 0.1, 2) }, weights: [10, 30], metric: 'error-rate' },
  { id: 'catastrophe', why: 'a catastrophe ends it at the first stage', series: { 'catastrophic-errors': from(10, 0.1, 6) }, weights: [10], metric: 'catastrophic-errors' },
  { id: 'slow', why: 'what is slow on any number of pods is taken back', series: { latency: from(50, 120, 900) }, weights: [10, 30, 50], metric: 'latency' },
  { id: 'orders', why: 'fewer orders are a failure though every request is answered', series: { orders: from(80, 900, 250) }, weights: [10, 30, 50, 80], metric: 'orders' },
  { id: 'leak', why: 'memory that only grows is a failure while there is room', series: { 'memory-growth': from(30, 2, 30) }, weights: [10, 30], metric: 'memory-growth' },
  { id: 'full-memory', why: 'memory that is nearly full is one as well', series: { memory: from(30, 40, 90) }, weights: [10, 30], metric: 'memory' },
  { id: 'out-of-memory', why: 'a container that was ended for its memory is not tolerated once', series: { 'out-of-memory': { over: 'weight', answers: [[0, 'empty'], [30, 1]] } }, weights: [10, 30], metric: 'out-of-memory' },
];

export const scenarios: readonly Scenario[] = [
  {
    ...sale,
    id: 'flash-sale/good',
    why: 'a good version goes through every stage of the ramp, and each is written to the Ingress',
    series: answers(),
    until: { promoted: true, phase: 'Healthy', routed: 0, quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [10, 30, 50, 80, 100],
      routeWeights: { 'Ingress flash-sale': [10, 30, 50, 80, 100, 0] },
      runs: [{ type: 'Background', phase: 'Successful' }, { type: 'Step', phase: 'Successful', metric: 'orders', times: 5 }, { type: 'Step', phase: 'Successful', metric: 'memory-growth' }],
    },
  },
  ...faults.map(({ id, why, series, weights, metric }): Scenario => ({
    ...sale,
    id: `flash-sale/${id}`,
    why,
    series: answers(series),
    until: aborted,
    expect: {
      phase: 'Degraded', weight: 0, weights: [...weights, 0], routeWeights: { 'Ingress flash-sale': [...weights, 0] }, abort: { weight: weights.at(-1)!, metric },
    },
  })),
  {
    ...sale,
    id: 'flash-sale/slow-until-scaled',
    why: 'latency is given the time that pods need to come: four slow answers do not end a release',
    series: answers({ latency: 120 }),
    script: [{ weight: 30, then: { set: { latency: 900 } } }, { seconds: 3, then: { set: { latency: 120 } } }],
    until: { weight: 50 },
    expect: { phase: 'Progressing', weight: 50, weights: [10, 30, 50] },
  },
  {
    ...ground('flash-sale-short'),
    rest: { pods: [10, 0] },
    id: 'flash-sale/short',
    why: 'the shorter ramp asks a person at 50 %, who lets everybody have it',
    series: answers(),
    script: [{ weight: 50, pause: 'CanaryPauseStep', quiet: 8, then: { promote: true } }],
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: { phase: 'Healthy', weight: 100, weights: [10, 30, 50, 100] },
  },
  {
    ...ground('flash-sale-short'),
    rest: { pods: [10, 0] },
    id: 'flash-sale/short-refused',
    why: 'a person who is asked at 50 % can also take it back',
    series: answers(),
    script: [{ weight: 50, pause: 'CanaryPauseStep', quiet: 8, then: { abort: true } }],
    until: aborted,
    expect: { phase: 'Degraded', weight: 0, weights: [10, 30, 50, 0], message: /^RolloutAborted: / },
  },
];
