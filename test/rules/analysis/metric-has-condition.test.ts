import { metricHasCondition } from '../../../src/rules/analysis/metric-has-condition';
import { template } from '../manifests';
import { testRule } from '../test-rule';

testRule(metricHasCondition, {
  valid: [
    { name: 'what is bad', yaml: template() },
    { name: 'what is good', yaml: template({ metric: '\nsuccessCondition: result[0] > 1' }) },
    { name: 'a job, which judges itself', yaml: template({ metrics: '[{ name: smoke, provider: { job: { spec: {} } } }]' }) },
  ],
  invalid: [
    {
      name: 'a metric that accepts every answer',
      yaml: template({ metric: '\ninterval: 1m' }),
      findings: [{
        path: 'spec.metrics[0].successCondition',
        message: 'must say what is good, or failureCondition what is bad: success-rate has neither and always succeeds; write for example successCondition: len(result) > 0 && result[0] >= 0.99',
      }],
    },
    {
      name: 'a condition by the word of another tool',
      yaml: template({ metric: '\nsuccessCriteria: result[0] > 1' }),
      findings: [{ path: 'spec.metrics[0].successCondition', message: /always succeeds; write successCondition: result\[0\] > 1 in the place of successCriteria, which there is not$/ }],
    },
    {
      name: 'a condition in the language of another tool',
      yaml: template({ metric: '\nfailed: "{{ result | float }} > 1"' }),
      findings: [{ path: 'spec.metrics[0].successCondition', message: /; write failureCondition in the place of failed, which there is not$/ }],
    },
    { name: 'an empty condition', yaml: template({ metric: '\nsuccessCondition: ""' }), findings: [{ path: 'spec.metrics[0].successCondition', message: /always succeeds/ }] },
  ],
});
