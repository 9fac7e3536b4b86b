// Runs of Flagger that are recorded: what it was told, and each state that came of it. What predicts a run has to say the same.
import { gatewayApi, istio, kubernetes, nginx } from './flagger/routers';
import { BAD, GOOD, shop, SUCCESS_RATE, SUCCESS_RATE_QUERY } from './flagger/shop';
import type { HandWritten } from './flagger/shop';
import type { Told } from '../harness/flagger-run';
import type { Script, Value } from '../harness/metrics';
import type { Fields } from '../harness/objects';
import type { Scenario } from '../harness/scenario';

interface Run {
  readonly name: string;
  readonly why: string;
  readonly router: HandWritten;
  /** Beside the interval, the threshold and the question. */
  readonly analysis: Fields;
  /** The last one stays. */
  readonly answers?: readonly Value[];
  /** Webhooks by type, with what they answer call by call. */
  readonly hooks?: Readonly<Record<string, readonly number[]>>;
  /** Why it fails; without it, it does not. */
  readonly fails?: RegExp;
}

/** Refused, and let through. */
const [NO, YES] = [403, 200];
const weights = { stepWeight: 25, maxWeight: 50 };
const ab = { iterations: 3, match: [{ headers: { 'x-canary': { exact: 'always' } } }] };
const tooMany = /failed checks threshold reached 2/;

const runs: readonly Run[] = [
  { name: 'nginx-good', why: 'each weight is kept for an interval, and judged before the next', router: nginx, analysis: weights, hooks: { 'pre-rollout': [YES] } },
  { name: 'nginx-bad', why: 'the checks that are tolerated fail first, and the one after them takes it back', router: nginx, analysis: weights, answers: [GOOD, BAD], fails: tooMany },
  { name: 'nginx-forgiven', why: 'a failed check costs an interval, and is never forgotten', router: nginx, analysis: weights, answers: [BAD, GOOD] },
  { name: 'nginx-no-data', why: 'no answer is a failed check', router: nginx, analysis: weights, answers: ['empty'], fails: tooMany },
  { name: 'nginx-uneven', why: 'uneven weights are gone through as they are listed', router: nginx, analysis: { stepWeights: [1, 10, 80] } },
  { name: 'nginx-overshoot', why: 'a weight above the last is taken where steps do not end at it', router: nginx, analysis: { stepWeight: 20, maxWeight: 50 } },
  { name: 'nginx-promotion-steps', why: 'the primary gets its share back in steps', router: nginx, analysis: { ...weights, stepWeightPromotion: 30 } },
  { name: 'nginx-smoke-test-fails', why: 'a smoke test that fails is a failed check, and nothing is ever led to the version', router: nginx, analysis: weights, hooks: { 'pre-rollout': [NO] }, fails: tooMany },
  { name: 'nginx-rollout-gate', why: 'nothing is judged before the gate lets it begin', router: nginx, analysis: weights, hooks: { 'confirm-rollout': [NO, NO, YES] } },
  { name: 'nginx-increase-gate', why: 'a closed gate keeps the weight, and the version is judged meanwhile', router: nginx, analysis: weights, hooks: { 'confirm-traffic-increase': [YES, NO, NO, YES] } },
  { name: 'nginx-promotion-gate', why: 'the last weight is kept until a person decides', router: nginx, analysis: weights, hooks: { 'confirm-promotion': [NO, NO, YES] } },
  { name: 'nginx-taken-back', why: 'who wants it back lets the hook answer well', router: nginx, analysis: weights, hooks: { rollback: [NO, NO, YES] }, fails: /manual webhook invoked/ },
  { name: 'blue-green-good', why: 'without a router the iterations are all there is', router: kubernetes, analysis: { iterations: 3 } },
  { name: 'blue-green-gate', why: 'a closed gate costs two intervals each time that it is asked', router: kubernetes, analysis: { iterations: 3 }, hooks: { 'confirm-promotion': [NO, NO, NO, YES] } },
  { name: 'blue-green-nginx', why: 'with a router everything goes to the new version before it is promoted', router: nginx, analysis: { iterations: 3 } },
  { name: 'kubernetes-weights', why: 'without a router weights become ten iterations', router: kubernetes, analysis: weights },
  { name: 'ab-good', why: 'who sends the header gets the new version in each iteration', router: nginx, analysis: ab },
  { name: 'ab-bad', why: 'the header leads nowhere any more when it was taken back', router: nginx, analysis: ab, answers: [GOOD, BAD], fails: tooMany },
  { name: 'gateway-mirror', why: 'requests are copied in each iteration, and led to the new version after them', router: gatewayApi, analysis: { iterations: 3, mirror: true } },
  { name: 'istio-blue-green-mirror', why: 'requests are copied in each iteration, and led to the new version after them', router: istio, analysis: { iterations: 3, mirror: true } },
  { name: 'istio-mirror', why: 'requests are copied for an interval before the first weight', router: istio, analysis: { ...weights, mirror: true } },
];

export const scenarios: readonly Scenario[] = runs.map(({ name, why, router, analysis: more, answers = [GOOD], hooks = {}, fails }): Scenario => {
  const webhooks = Object.keys(hooks).map(type => ({ name: type, type, url: `http://hooks/${type}` }));
  const analysis = { interval: '1m', threshold: 2, ...more, metrics: [SUCCESS_RATE], ...webhooks.length > 0 ? { webhooks } : {} };
  const told: Told = { provider: router.provider, analysis, metrics: { [SUCCESS_RATE.name]: answers }, hooks };
  const phase = fails ? 'Failed' : 'Succeeded';
  return {
    id: `flagger-runs/${name}`,
    why,
    engine: 'flagger',
    manifests: shop(router, analysis),
    factor: 60,
    series: [{ name: SUCCESS_RATE.name, query: SUCCESS_RATE_QUERY, answer: oneByOne(answers) }],
    replies: Object.fromEntries(Object.entries(hooks).map(([type, replies]) => [`/${type}`, replies])),
    until: { phase, quiet: 2 },
    expect: { phase, weight: 0, ...fails ? { events: [fails] } : {}, sameRun: { file: `conformance/traces/flagger/${name}.json`, told } },
  };
});

function oneByOne([first, ...others]: readonly Value[]): Script {
  return others.length > 0 ? { once: first!, then: oneByOne(others) } : first!;
}
