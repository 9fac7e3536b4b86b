import { outageTolerance } from '../../../src/rules/analysis/outage-tolerance';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = rollout({ canary: '\nanalysis: { templates: [{ templateName: success-rate }] }' });
const limited = (limit: string) => run + template({ metric: `\nfailureCondition: result[0] > 1\n${limit}` });

testRule(outageTolerance, {
  valid: [
    { name: 'five minutes', yaml: limited('interval: 1m\nconsecutiveErrorLimit: 30') },
    { name: 'a question that is asked once', yaml: limited('count: 1') },
    { name: 'a template that nobody runs', yaml: template() },
  ],
  invalid: [{
    name: 'what is so without a word',
    yaml: limited('interval: 1m'),
    findings: [{ path: 'spec.metrics[0].consecutiveErrorLimit', class: 'advice', message: 'aborts the rollout when the store is away for 40 s, got none, which is 4; write consecutiveErrorLimit: 30, which is five minutes' }],
  }, {
    name: 'none at all', yaml: limited('interval: 1m\nconsecutiveErrorLimit: 0'), findings: [{ path: 'spec.metrics[0].consecutiveErrorLimit', message: /away for 0 s, got 0; write consecutiveErrorLimit: 30/ }],
  }],
});
