import { metricLimits } from '../../../src/rules/analysis/metric-limits';
import { BOUNDED, template } from '../manifests';
import { testRule } from '../test-rule';

const limits = (text: string): string => template({ metric: `\nsuccessCondition: result[0] > 1\n${text}` });
const at = (key: string): string => `spec.metrics[0].${key}`;

testRule(metricLimits, {
  valid: [
    { name: 'limits that add up', yaml: template({ metric: BOUNDED }) },
    { name: 'no failure limit beside a success limit', yaml: limits('count: 5\ninterval: 1m\nfailureLimit: -1\nconsecutiveSuccessLimit: 2') },
    { name: 'limits that are not known yet', yaml: limits('count: { later: true }\nfailureLimit: "{{args.a}}"') },
  ],
  invalid: [
    {
      name: 'more failures tolerated than measurements taken',
      yaml: limits('count: 3\ninterval: 1m\nfailureLimit: 5'),
      findings: [{ path: at('count'), message: 'must be at least 5, failureLimit 5 and consecutiveSuccessLimit 0 together, got 3; write count: 6' }],
    },
    { name: 'more successes wanted than there is room for', yaml: limits('count: 3\ninterval: 1m\nfailureLimit: 2\nconsecutiveSuccessLimit: 2'), findings: [{ path: at('count'), message: /must be at least 4.*write count: 4/ }] },
    { name: 'more successes wanted than measurements taken', yaml: limits('count: 1\nfailureLimit: -1\nconsecutiveSuccessLimit: 2'), findings: [{ path: at('count'), message: /must be at least 2, consecutiveSuccessLimit 2, got 1/ }] },
    { name: 'more inconclusive answers than measurements', yaml: limits('count: 3\ninterval: 1m\ninconclusiveLimit: 4'), findings: [{ path: at('count'), message: /the inconclusiveLimit, got 3; write inconclusiveLimit: 2/ }] },
    { name: 'several measurements without an interval', yaml: limits('count: 3'), findings: [{ path: at('interval'), message: 'must be set to measure 3 times, got none; write interval: 1m, or count: 1' }] },
    { name: 'a metric that nothing ends', yaml: limits('interval: 1m\nfailureLimit: -1'), findings: [{ path: at('failureLimit'), message: /must not be -1 without a consecutiveSuccessLimit/ }] },
    {
      name: 'negative limits',
      yaml: limits('interval: 1m\nfailureLimit: -2\ninconclusiveLimit: -1\nconsecutiveErrorLimit: -1\nconsecutiveSuccessLimit: -1'),
      findings: [
        { path: at('consecutiveErrorLimit'), message: /0 or more, got -1; write consecutiveErrorLimit: 0/ },
        { path: at('consecutiveSuccessLimit'), message: /0 or more, got -1/ },
        { path: at('failureLimit'), message: /or -1 for no limit, got -2; write failureLimit: -1/ },
        { path: at('inconclusiveLimit'), message: /0 or more, got -1/ },
      ],
    },
  ],
});
