import fc from 'fast-check';
import { flaggerProviders } from '../../../src/manifests/flagger-providers';
import type { FlaggerProvider } from '../../../src/manifests/flagger-providers';
import type { WrittenRun } from '../../../src/plan/flagger/run-settings';

/** A run that is meant to end, and at which tick a good version succeeds by the arithmetic of its course. */
export interface SoundRun {
  readonly written: WrittenRun;
  readonly succeedsAt: number;
}

const providers = Object.keys(flaggerProviders) as FlaggerProvider[];
const routed = providers.filter(provider => flaggerProviders[provider].weights);
const common = fc.record({ threshold: fc.integer({ min: 1, max: 6 }), intervalSeconds: fc.integer({ min: 10, max: 600 }) });
/** Knative gives back all at once alone. */
const promotion = (provider: FlaggerProvider) =>
  provider === 'knative' ? fc.constantFrom(0, 100, 150) : fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 120 }));

/** How many ticks a share takes to be given back. */
function ticksBack(weight: number, step: number): number {
  return step === 0 ? 1 : Math.ceil(weight / step);
}

const share = fc.integer({ min: 1, max: 100 });
const equalSteps = fc.record({ provider: fc.constantFrom(...routed), stepWeight: share, maxWeight: share })
  .map(({ provider, stepWeight, maxWeight }) => {
    const count = Math.ceil(maxWeight / stepWeight);
    return { provider, weights: { stepWeight, maxWeight }, count, last: Math.min(100, count * stepWeight) };
  });
const unevenSteps = fc.record({ provider: fc.constantFrom(...routed), stepWeights: fc.uniqueArray(share, { minLength: 1, maxLength: 12 }) })
  .map(({ provider, stepWeights: unsorted }) => {
    const stepWeights = unsorted.sort((a, b) => a - b);
    return { provider, weights: { stepWeights }, count: stepWeights.length, last: stepWeights[stepWeights.length - 1] };
  });

const weights = fc.oneof(equalSteps, unevenSteps).chain(({ provider, weights: written, count, last }) => fc.record({
  common, stepWeightPromotion: last === 100 || provider !== 'knative' ? promotion(provider) : fc.constant(0), mirror: fc.boolean(),
}).map(({ common: more, stepWeightPromotion, mirror: isWanted }): SoundRun => {
  const mirror = isWanted && provider === 'istio';
  const succeedsAt = count + 2 + (mirror ? 1 : 0) + ticksBack(last, stepWeightPromotion);
  return { written: { provider, ...written, ...more, stepWeightPromotion, mirror }, succeedsAt };
}));

const blueGreen = fc.constantFrom(...routed).chain(provider => fc.record({
  common, iterations: fc.integer({ min: 1, max: 20 }), mirror: fc.boolean(), stepWeightPromotion: promotion(provider),
}).map(({ common: more, iterations, mirror, stepWeightPromotion }): SoundRun => ({
  written: { provider, iterations, mirror, stepWeightPromotion, ...more }, succeedsAt: iterations + 3 + ticksBack(100, stepWeightPromotion),
})));

const withAudience = routed.filter(provider => flaggerProviders[provider].audience.length > 0);
const abTest = fc.constantFrom(...withAudience).chain(provider => fc.record({
  common, iterations: fc.integer({ min: 1, max: 20 }), stepWeightPromotion: provider === 'nginx' ? fc.constant(0) : promotion(provider),
}).map(({ common: more, iterations, stepWeightPromotion }): SoundRun => ({
  written: { provider, iterations, match: 'heeded', stepWeightPromotion, ...more }, succeedsAt: iterations + 2 + ticksBack(100, stepWeightPromotion),
})));

const withoutRouter = fc.record({ common, iterations: fc.integer({ min: 0, max: 20 }), stepWeight: fc.integer({ min: 0, max: 100 }) })
  .map(({ common: more, iterations, stepWeight }): SoundRun => ({
    written: { provider: 'kubernetes', iterations, stepWeight, ...more }, succeedsAt: (iterations === 0 ? 10 : iterations) + 4,
  }));

export const soundRuns: fc.Arbitrary<SoundRun> = fc.oneof(weights, blueGreen, abTest, withoutRouter);

/** Anything at all, sense or nonsense. */
export const anyRun: fc.Arbitrary<WrittenRun> = fc.record({
  provider: fc.constantFrom(...providers),
  intervalSeconds: fc.option(fc.integer({ min: -5, max: 100 }), { nil: undefined }),
  threshold: fc.integer({ min: -1, max: 4 }),
  stepWeight: fc.integer({ min: -10, max: 130 }),
  stepWeights: fc.array(fc.integer({ min: -10, max: 130 }), { maxLength: 4 }),
  maxWeight: fc.integer({ min: -10, max: 130 }),
  stepWeightPromotion: fc.integer({ min: -30, max: 130 }),
  iterations: fc.integer({ min: -1, max: 5 }),
  mirror: fc.boolean(),
  match: fc.constantFrom('none', 'heeded', 'ignored', 'nobody'),
  affinity: fc.constantFrom('none', 'canary', 'both'),
  tcp: fc.boolean(),
  metrics: fc.boolean(),
  hooks: fc.subarray(['confirm-rollout', 'pre-rollout', 'rollout', 'confirm-traffic-increase', 'confirm-promotion', 'rollback', 'post-rollout', 'event']),
  skipAnalysis: fc.boolean(),
});
