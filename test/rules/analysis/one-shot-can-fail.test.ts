import { oneShotCanFail } from '../../../src/rules/analysis/one-shot-can-fail';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const limits = (text: string, args = '[]'): string => template({ args, metric: `\nsuccessCondition: result[0] > 1\n${text}` });
const path = 'spec.metrics[0].failureLimit';

testRule(oneShotCanFail, {
  valid: [
    { name: 'one measurement that may not fail', yaml: limits('count: 1') },
    { name: 'fewer failures than measurements', yaml: limits('count: 5\nfailureLimit: 3\ninterval: 1m') },
    { name: 'measurements without end', yaml: limits('interval: 1m\nfailureLimit: 3') },
    { name: 'successes wanted on top', yaml: limits('count: 4\nfailureLimit: 2\nconsecutiveSuccessLimit: 2\ninterval: 1m') },
  ],
  invalid: [
    {
      name: 'one measurement that may fail once',
      yaml: limits('count: 1\nfailureLimit: 1'),
      findings: [{ path, class: 'broken', message: 'must be below the 1 measurement of success-rate, got 1, so the check can never fail; write failureLimit: 0' }],
    },
    { name: 'one measurement for want of an interval', yaml: limits('failureLimit: 1'), findings: [{ path, message: /got 1/ }] },
    {
      name: 'as many failures as measurements, by argument',
      yaml: limits('count: 3\ninterval: 1m\nfailureLimit: "{{args.limit}}"', '[{ name: limit, value: "3" }]'),
      findings: [{ path, message: /must be below the 3 measurements of success-rate, got 3.*write failureLimit: 2 or less/ }],
    },
  ],
});
