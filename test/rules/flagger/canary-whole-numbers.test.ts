import { canaryWholeNumbers } from '../../../src/rules/flagger/canary-whole-numbers';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

testRule(canaryWholeNumbers, {
  valid: [
    { name: 'whole numbers', yaml: canary({ spec: '\nprogressDeadlineSeconds: 600' }) },
    { name: 'more retries than 32 bits have', yaml: canary({ analysis: '\nwebhooks: [{ name: hook, url: http://tests.shop, retries: 5000000000000000000 }]' }) },
    { name: 'a fraction where there may be one', yaml: canary().replace('min: 99', 'min: 99.5') },
  ],
  invalid: [
    {
      name: 'a fraction of a weight',
      yaml: canary({ course: '\nstepWeight: 2.5' }),
      findings: [
        { path: 'spec.analysis.stepWeight', message: 'must be a whole number, got 2.5; write stepWeight: 3' },
      ],
    },
    {
      name: 'a fraction among weights',
      yaml: canary({ course: '\nstepWeights: [5, 12.5, 50]' }),
      findings: [
        { path: 'spec.analysis.stepWeights[1]', message: 'must be a whole number, got 12.5; write 13' },
      ],
    },
    {
      name: 'a port that is none',
      yaml: canary({ service: '{ port: 80.5 }' }),
      findings: [
        { path: 'spec.service.port', message: 'must be a whole number of 32 bits, got 80.5; write port: 81' },
      ],
    },
    {
      name: 'a deadline that does not end',
      yaml: canary({ spec: '\nprogressDeadlineSeconds: 3000000000' }),
      findings: [
        {
          path: 'spec.progressDeadlineSeconds',
          message: 'must be a whole number of 32 bits, got 3000000000; write progressDeadlineSeconds: 2147483647',
        },
      ],
    },
    {
      name: 'a fraction of a retry',
      yaml: canary({ analysis: '\nwebhooks: [{ name: hook, url: http://tests.shop, retries: 0.5 }]' }),
      findings: [
        { path: 'spec.analysis.webhooks[0].retries', message: 'must be a whole number, got 0.5; write retries: 1' },
      ],
    },
    {
      name: 'a negative count of errors',
      yaml: canary({ service: '{ port: 80, trafficPolicy: { outlierDetection: { consecutive5xxErrors: -1 } } }' }),
      findings: [
        {
          path: 'spec.service.trafficPolicy.outlierDetection.consecutive5xxErrors',
          message: 'must not be negative, got -1; write consecutive5xxErrors: 1',
        },
      ],
    },
    {
      name: 'a count of errors that has no room',
      yaml: canary({ service: '{ port: 80, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5000000000 } } }' }),
      findings: [
        {
          path: 'spec.service.trafficPolicy.outlierDetection.consecutive5xxErrors',
          message: 'must be at most 4294967295, got 5000000000; write consecutive5xxErrors: 4294967295',
        },
      ],
    },
    {
      name: 'more retries than there is room for',
      yaml: canary({ analysis: '\nwebhooks: [{ name: hook, url: http://tests.shop, retries: 50000000000000000000 }]' }),
      findings: [
        { path: 'spec.analysis.webhooks[0].retries', message: 'must be a whole number, got 50000000000000000000; write retries: 2147483647' },
      ],
    },
    {
      name: 'a negative port',
      yaml: canary({ service: '{ port: 80, match: [{ port: -80 }] }' }),
      findings: [
        { path: 'spec.service.match[0].port', message: 'must not be negative, got -80; write port: 80' },
      ],
    },
  ],
});
