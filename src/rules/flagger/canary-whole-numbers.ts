import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Numbers of the definition that are whole in Flagger: 32 bits. */
const WHOLE_32: readonly (readonly string[])[] = [['progressDeadlineSeconds'], ['service', 'port']];
/** The same with 64 bits. */
const WHOLE: readonly string[] = [
  'iterations', 'threshold', 'maxWeight', 'stepWeight', 'stepWeightPromotion', 'mirrorWeight', 'primaryReadyThreshold', 'canaryReadyThreshold',
];
/** Whole numbers of the definition that are counts of 32 bits in Flagger. */
const COUNTS: readonly (readonly string[])[] = ['consecutive5xxErrors', 'consecutiveGatewayErrors', 'consecutiveLocalOriginFailures'].map((key) => ['outlierDetection', key]);
/** The same with 64 bits. */
const LONG_COUNT: readonly string[] = ['loadBalancer', 'consistentHash', 'minimumRingSize'];
const [MOST_32, MOST_64] = [2 ** 31 - 1, 2 ** 63];
const [COUNT_32, COUNT_64] = [2 ** 32 - 1, 2 ** 64];

export const canaryWholeNumbers: Rule = {
  id: 'canary-whole-numbers',
  class: 'broken',
  summary: 'numbers of a Canary are whole where Flagger counts, and not negative where it cannot be',
  why: 'the API server takes any number, and Flagger cannot read the list of all Canaries with one such in it: it moves none of them any more, and does not start again',
  covers: ['FJ-01', 'FJ-02'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    for (const field of wholeOnes(canary)) {
      yield* whole(field, MOST_64);
    }
    for (const keys of WHOLE_32) {
      yield* whole(canary.spec.at(...keys), MOST_32);
    }
    for (const field of counts(canary)) {
      yield* count(field, COUNT_32);
    }
    yield* count(canary.service.at('trafficPolicy', ...LONG_COUNT), COUNT_64);
  }),
};

function wholeOnes({ analysis, webhooks }: CanaryNode): readonly Field[] {
  return [
    ...WHOLE.map((key) => analysis.at(key)),
    ...analysis.at('stepWeights').items(),
    ...webhooks.map((webhook) => webhook.at('retries')),
    analysis.at('sessionAffinity', 'maxAge'),
  ];
}

function counts({ service }: CanaryNode): readonly Field[] {
  const policy = service.at('trafficPolicy');
  const shares = policy.at('loadBalancer', 'localityLbSetting', 'distribute').items().flatMap((each) => each.at('to').entries().map(([, field]) => field));
  return [...service.at('match').items().map((match) => match.at('port')), ...COUNTS.map((keys) => policy.at(...keys)), ...shares];
}

function* whole(field: Field, most: number): Iterable<Remark> {
  const { number } = field;
  if (number !== undefined && (!Number.isInteger(number) || (most === MOST_32 ? Math.abs(number) > most : Math.abs(number) >= most))) {
    yield remark(
      field, `must be a whole number${most === MOST_32 ? ' of 32 bits' : ''}, got ${number}`, write(field, Math.min(MOST_32, Math.max(1, Math.round(number)))),
    );
  }
}

function* count(field: Field, most: number): Iterable<Remark> {
  const { number } = field;
  if (number !== undefined && number < 0) {
    yield remark(field, `must not be negative, got ${number}`, write(field, Math.min(Math.abs(number), COUNT_32)));
  } else if (number !== undefined && (most === COUNT_32 ? number > most : number >= most)) {
    yield remark(field, `must be at most ${COUNT_32}, got ${number}`, write(field, COUNT_32));
  }
}
