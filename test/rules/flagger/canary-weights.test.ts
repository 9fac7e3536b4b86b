import fc from 'fast-check';
import { readGraph } from '../../../src/graph/graph';
import { readYaml } from '../../../src/manifests/yaml';
import { canaryWeights } from '../../../src/rules/flagger/canary-weights';
import { judge } from '../../../src/rules/judge';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const list = (weights: string) => canary({ course: `\nstepWeights: ${weights}` });
const equal = (step: number, most: number | null) => canary({ course: `\nstepWeight: ${step}\nmaxWeight: ${most}` });

testRule(canaryWeights, {
  valid: [
    { name: 'equal steps', yaml: equal(10, 50) },
    { name: 'steps that end at all of it', yaml: equal(30, null) },
    { name: 'a list that rises', yaml: list('[1, 5, 20, 80]') },
    { name: 'a list that ends above all of it', yaml: list('[10, 120]') },
    { name: 'a promotion in one step behind Knative', yaml: canary({ provider: 'knative', course: '\nstepWeights: [10, 50]', analysis: '\nstepWeightPromotion: 50' }) },
    { name: 'a promotion in steps behind Istio', yaml: canary({ analysis: '\nstepWeightPromotion: 20' }) },
    { name: 'weights for an audience of NGINX, which gets all at once', yaml: canary({ provider: 'nginx', course: '\nstepWeights: [10, 10]', analysis: '\nmatch: [{ headers: { x-tester: { exact: me } } }]' }) },
    { name: 'no iterations where ten are taken', yaml: canary({ provider: 'kubernetes', course: '\niterations: 0' }) },
    { name: 'iterations', yaml: canary({ course: '\niterations: 10' }) },
    { name: 'no weights where none are split', yaml: canary({ provider: 'kubernetes', course: '\nstepWeight: 0' }) },
    { name: 'what is never looked at', yaml: canary({ course: '\nstepWeight: 0', spec: '\nskipAnalysis: true' }) },
  ],
  invalid: [
    {
      name: 'steps of nothing',
      yaml: equal(0, 50),
      findings: [
        {
          path: 'spec.analysis.stepWeight',
          message: 'must be above 0, got 0, and the analysis never gets beyond its beginning; write stepWeight: 10',
          class: 'broken',
        },
      ],
    },
    {
      name: 'more than there is',
      yaml: equal(10, 120),
      findings: [
        {
          path: 'spec.analysis.maxWeight',
          message: 'must be at most 100, got 120, which no weight reaches, so nothing is promoted; write maxWeight: 100',
          class: 'broken',
        },
      ],
    },
    {
      name: 'steps that go beyond the most',
      yaml: equal(20, 50),
      findings: [
        {
          path: 'spec.analysis.maxWeight',
          message: 'must be a weight that steps of 20 come to, got 50: the last one is 60; write maxWeight: 40 or 60',
          class: 'risky',
        },
      ],
    },
    {
      name: 'a step above the most',
      yaml: equal(60, 50),
      findings: [
        {
          path: 'spec.analysis.stepWeight',
          message: 'must be at most the 50 of maxWeight, got 60, which is the first and only weight; write stepWeight: 50',
          class: 'risky',
        },
      ],
    },
    {
      name: 'no weights',
      yaml: list('[]'),
      findings: [
        {
          path: 'spec.analysis.stepWeights',
          message: 'must have a weight at least, got none, and the analysis never gets beyond its beginning; write for example stepWeights: [5, 20, 50]',
          class: 'broken',
        },
      ],
    },
    {
      name: 'a weight below the one before',
      yaml: list('[25, 10, 50]'),
      findings: [
        {
          path: 'spec.analysis.stepWeights[1]',
          message: 'must be above 25, got 10, and the weight stays at 25 for ever; take 10 out, so that they are [25, 50]',
        },
      ],
    },
    {
      name: 'a weight like the one before',
      yaml: list('[25, 25, 50]'),
      findings: [
        { path: 'spec.analysis.stepWeights[1]', message: /the weight stays at 25 for ever/ },
      ],
    },
    {
      name: 'a first weight of nothing',
      yaml: list('[0, 50]'),
      findings: [
        {
          path: 'spec.analysis.stepWeights[0]',
          message: 'must be above 0, got 0, and the weight stays at 0 for ever; take 0 out, so that they are [50]',
        },
      ],
    },
    {
      name: 'a last weight below the one before',
      yaml: list('[10, 50, 30]'),
      findings: [
        { path: 'spec.analysis.stepWeights[2]', message: /must be above 50, got 30/ },
      ],
    },
    {
      name: 'a last weight of nothing',
      yaml: list('[10, 0]'),
      findings: [
        {
          path: 'spec.analysis.stepWeights[1]',
          message: 'must be above 0, got 0: the last weight is the most, so that the release is promoted before the canary'
            + ' gets a request; take 0 out, so that they are [10]',
          class: 'broken',
        },
      ],
    },
    {
      name: 'no iterations, and no weights',
      yaml: canary({ provider: 'linkerd', course: '\niterations: 0' }),
      findings: [
        {
          path: 'spec.analysis.iterations',
          message: 'must be at least 1 where there are no weights, got 0, and the analysis never gets beyond its beginning;'
            + ' write iterations: 10',
          class: 'broken',
        },
      ],
    },
    {
      name: 'more than there is after mirrored requests',
      yaml: canary({ course: '\nstepWeight: 120\nmaxWeight: 50', analysis: '\nmirror: true' }),
      findings: [
        {
          path: 'spec.analysis.stepWeight',
          message: 'must be at most 100 beside mirror, got 120, a weight that every router refuses: the analysis never gets'
            + ' beyond its beginning; write stepWeight: 50',
          class: 'broken',
        },
      ],
    },
    {
      name: 'a promotion in steps behind Knative',
      yaml: canary({ provider: 'knative', course: '\nstepWeight: 30\nmaxWeight: 60', analysis: '\nstepWeightPromotion: 20' }),
      findings: [
        {
          path: 'spec.analysis.stepWeightPromotion',
          message: 'must be 0 with provider knative, or at least 60, got 20: Flagger takes the 60 % of the canary for those of'
            + ' the primary as well, and the promotion never ends; write stepWeightPromotion: 0',
          class: 'broken',
        },
      ],
    },
    {
      name: 'a blue-green that is promoted in steps behind Knative',
      yaml: canary({ provider: 'knative', course: '\niterations: 10', analysis: '\nstepWeightPromotion: 99' }),
      findings: [
        { path: 'spec.analysis.stepWeightPromotion', message: /or at least 100, got 99: Flagger takes the 100 %/ },
      ],
    },
    {
      name: 'a promotion that goes back',
      yaml: canary({ analysis: '\nstepWeightPromotion: -10' }),
      findings: [
        { path: 'spec.analysis.stepWeightPromotion', message: /must not be below 0, got -10.*write stepWeightPromotion: 0/ },
      ],
    },
  ],
});

test('fails on every list of weights that Flagger never gets to the end of, or gets to at once, and on no other', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -10, max: 130 }), { maxLength: 6 }), (weights) => {
    expect(isRefused(list(JSON.stringify(weights)))).toBe(!ends({ weights }) || (weights.at(-1) ?? 0) <= 0);
  }));
});

test('fails on every equal ramp that Flagger never gets to the end of, and on no other', () => {
  fc.assert(fc.property(fc.integer({ min: -10, max: 130 }), fc.integer({ min: -10, max: 130 }), (step, most) => {
    expect(isRefused(equal(step, most))).toBe(!ends({ step, most }));
  }));
});

function isRefused(yaml: string): boolean {
  return judge(readGraph(readYaml(yaml).documents), { rules: [canaryWeights] }).some(({ class: found }) => found === 'broken');
}

interface Course {
  readonly weights?: readonly number[];
  readonly step?: number;
  readonly most?: number;
}

/** Whether the canary is promoted, by the steps of Flagger as its scheduler makes them. */
function ends({ weights = [], step = 0, most = 0 }: Course): boolean {
  const last = weights.length > 0 ? Math.min(100, weights[weights.length - 1]) : most > 0 ? most : 100;
  let weight = 0;
  for (let tick = 0; tick < 200; tick++) {
    const next = nextStep(weights, step, weight);
    if (next > 0 && weight >= last) {
      return true;
    }
    weight = next > 0 ? Math.min(100, weight + next) : weight;
  }
  return false;
}

function nextStep(weights: readonly number[], step: number, weight: number): number {
  if (step > 0 || weights.length === 0) {
    return step;
  }
  if (weight === 100) {
    return 1;
  }
  if (weight === 0) {
    return Math.min(100, weights[0]);
  }
  const at = weights.slice(0, -1).indexOf(weight);
  return Math.min(100 - weight, at < 0 ? 100 - weight : weights[at + 1] - weight);
}
