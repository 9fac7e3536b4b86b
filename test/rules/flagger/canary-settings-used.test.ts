import { canarySettingsUsed } from '../../../src/rules/flagger/canary-settings-used';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const list = '\nstepWeights: [5, 20, 50]';
const iterations = '\niterations: 10';

testRule(canarySettingsUsed, {
  valid: [
    { name: 'an equal ramp', yaml: canary() },
    { name: 'a list of weights', yaml: canary({ course: list }) },
    { name: 'a blue-green that mirrors', yaml: canary({ course: iterations, analysis: '\nmirror: true\nmirrorWeight: 50' }) },
    { name: 'a blue-green of Kubernetes', yaml: canary({ provider: 'kubernetes', course: iterations }) },
    { name: 'a promotion in steps', yaml: canary({ analysis: '\nstepWeightPromotion: 50' }) },
  ],
  invalid: [
    {
      name: 'looks more often than Flagger does',
      yaml: canary().replace('interval: 1m', 'interval: 5s'),
      findings: [
        {
          path: 'spec.analysis.interval',
          message: 'must be at least 10s, got 5s, for which Flagger takes 10s; write interval: 10s',
          class: 'risky',
        },
      ],
    },
    {
      name: 'a time that the API server takes and Flagger cannot read',
      yaml: canary().replace('interval: 1m', 'interval: 2m30'),
      findings: [
        { path: 'spec.analysis.interval', message: 'must be a duration such as 90s, got 2m30, for which Flagger takes 1m; write interval: 2m' },
      ],
    },
    {
      name: 'no failed check at all',
      yaml: canary().replace('threshold: 5', 'threshold: 0'),
      findings: [
        {
          path: 'spec.analysis.threshold',
          message: 'must be at least 1, got 0, for which Flagger takes 1: the first failed check takes the release back; write threshold: 1',
          class: 'risky',
        },
      ],
    },
    {
      name: 'the most beside a list',
      yaml: canary({ course: `${list}\nmaxWeight: 40` }),
      findings: [
        { path: 'spec.analysis.maxWeight', message: 'is not read beside stepWeights, the last of which is the most, got 40; drop maxWeight' },
      ],
    },
    {
      name: 'the most beside iterations',
      yaml: canary({ course: `${iterations}\nmaxWeight: 40` }),
      findings: [
        { path: 'spec.analysis.maxWeight', message: /^is not read beside iterations/ },
      ],
    },
    {
      name: 'a weight above all of it',
      yaml: canary({ course: '\nstepWeights: [5, 120]' }),
      findings: [
        { path: 'spec.analysis.stepWeights[1]', message: /^must be at most 100, got 120, for which Flagger takes 100; write 100/ },
      ],
    },
    {
      name: 'weights where no traffic is split',
      yaml: canary({ provider: 'kubernetes' }),
      findings: [
        {
          path: 'spec.analysis.stepWeight',
          message: 'has no weights to give with provider kubernetes, which splits no traffic: it is a blue-green of 10 iterations; write iterations: 10 instead',
        },
      ],
    },
    {
      name: 'a promotion in steps where no traffic is split',
      yaml: canary({ provider: 'kubernetes', course: `${iterations}\nstepWeightPromotion: 20` }),
      findings: [
        { path: 'spec.analysis.stepWeightPromotion', message: /^is not read with provider kubernetes/ },
      ],
    },
    {
      name: 'a promotion in one step',
      yaml: canary({ analysis: '\nstepWeightPromotion: 120' }),
      findings: [
        { path: 'spec.analysis.stepWeightPromotion', message: /the primary gets all in one step; write stepWeightPromotion: 100/, class: 'advice' },
      ],
    },
    {
      name: 'a share of nothing that is mirrored',
      yaml: canary({ analysis: '\nmirrorWeight: 20' }),
      findings: [
        { path: 'spec.analysis.mirrorWeight', message: 'is not read without mirror: true; drop mirrorWeight' },
      ],
    },
    {
      name: 'a share where all is mirrored',
      yaml: canary({ provider: 'gatewayapi:v1', course: iterations, analysis: '\nmirror: true\nmirrorWeight: 20' }),
      findings: [
        { path: 'spec.analysis.mirrorWeight', message: /^is not read with provider gatewayapi:v1/ },
      ],
    },
    {
      name: 'mirroring to an audience',
      yaml: canary({ course: iterations, analysis: '\nmirror: true\nmatch: [{ headers: { x-tester: { exact: me } } }]' }),
      findings: [
        { path: 'spec.analysis.mirror', message: /^is not read in an A.B test/ },
      ],
    },
  ],
});
