// What is often written for Flagger, and what it does with it.
import { blueGreen, canary, rolledBack } from './flagger';
import type { Scenario } from '../harness/scenario';

/** A script for what never gets anywhere: ticks enough to be sure. */
const STUCK = 8;

export const scenarios: readonly Scenario[] = [
  {
    ...canary,
    id: 'naive-flagger/no-data',
    why: 'to Flagger silence is a failure: a metric store that has nothing to say rolls a healthy version back',
    series: [{ name: 'success-rate', query: /^success_rate\{/, answer: 'empty' }],
    until: { phase: 'Failed', quiet: 2 },
    expect: {
      ...rolledBack,
      weights: [25, 0],
      ingress: [25, 0],
      events: [/Halt advancement no values found/, /Halt advancement no values found/, /failed checks threshold reached 2/],
    },
  },
  {
    ...canary,
    id: 'naive-flagger/store-restarts',
    why: 'a metric store that restarts takes every release in flight with it: failed checks are counted and never forgiven',
    script: [{ weight: 25, then: { restart: 40 } }],
    until: { phase: 'Failed', quiet: 2 },
    expect: { ...rolledBack, weights: [25, 0], events: [/weight 25/, /Metric query failed/, /failed checks threshold reached 2/] },
  },
  {
    ...canary,
    id: 'naive-flagger/failures-far-apart',
    why: 'failed checks are counted over the whole run: two bad answers with good ones between them end it as two in a row do',
    change: { analysis: { stepWeight: 10 } },
    script: [
      { weight: 10, then: { set: { 'success-rate': { once: 50, then: 99.9 } } } },
      { weight: 30, then: { set: { 'success-rate': { once: 50, then: 99.9 } } } },
    ],
    until: { phase: 'Failed', quiet: 2 },
    expect: { ...rolledBack, weights: [10, 20, 30, 0], events: [/success-rate 50/, /weight 20/, /success-rate 50/, /failed checks threshold reached 2/] },
  },
  ...([['falling', [25, 10, 50]], ['repeated', [25, 25, 50]]] as const).map(([name, stepWeights]): Scenario => ({
    ...canary,
    id: `naive-flagger/${name}-weights`,
    why: 'a weight whose next one is not above it is never left again: no failure, no promotion, no end',
    change: { analysis: { stepWeight: undefined, maxWeight: undefined, stepWeights } },
    script: [{ weight: 25, then: { note: 'the first weight' } }],
    until: { seconds: STUCK },
    expect: { phase: 'Progressing', weight: 25, weights: [25], ingress: [25], failedChecks: 0, events: [/weight 25/] },
  })),
  {
    ...canary,
    id: 'naive-flagger/hooks-know-no-weight',
    why: 'a hook is not told the weight: it cannot tell the stage that needs an approval from the others',
    change: { analysis: { webhooks: [{ name: 'next', type: 'confirm-traffic-increase', url: 'http://hooks/next' }] } },
    replies: { '/next': 200, '/slack/deploys': 200 },
    until: { phase: 'Succeeded', quiet: 2 },
    expect: {
      phase: 'Succeeded',
      weight: 0,
      weights: [25, 50, 0],
      events: [/Confirm-traffic-increase check next passed/],
      calls: { '/next': { atLeast: 0, atMost: 0, body: /weight/i } },
    },
  },
  {
    ...blueGreen,
    id: 'naive-flagger/unknown-label',
    why: 'pods that are selected by a label Flagger does not know keep it initializing for ever, and nothing is released',
    manifests: ['conformance/scenarios/flagger/unknown-label.yaml'],
    first: {},
    script: [{ phase: 'Initializing', then: { note: 'it has begun' } }],
    until: { seconds: STUCK },
    expect: { phase: 'Initializing', weight: 0, deployments: { shop: 2 }, events: [/selector|label/i] },
  },
  {
    ...blueGreen,
    id: 'naive-flagger/hook-that-answers-everything',
    why: 'whatever answers 2xx to a rollback hook takes every release back at once',
    change: { analysis: { webhooks: [{ name: 'take-back', type: 'rollback', url: 'http://hooks/anything' }] } },
    replies: { '/anything': 202, '/slack/deploys': 200 },
    until: { phase: 'Failed', quiet: 2 },
    expect: { ...rolledBack, failedChecks: 0, events: [/Rolling back shop\.\S+ manual webhook invoked/], calls: { '/anything': { atMost: 1 } } },
  },
];
