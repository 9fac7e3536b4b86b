import { gatePatience } from '../../../src/rules/analysis/gate-patience';
import { BOUNDED, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = (guard = '\nanalysis: { templates: [{ templateName: guard }], startingStep: 1 }') => rollout({
  canary: guard, steps: '[{ setWeight: 20 }, { analysis: { templates: [{ templateName: success-rate }] } }, { setWeight: 60 }, { pause: {} }]',
});
const guard = template({ name: 'guard' });

testRule(gatePatience, {
  valid: [
    { name: 'half a day', yaml: run() + guard + template({ metric: BOUNDED.replace('12', '720').replace('11', '719') }) },
    { name: 'a gate that is never in doubt', yaml: run() + guard + template({ metric: '\nfailureCondition: len(result) > 0 && result[0] < 0.9\ninterval: 1m\ncount: 5' }) },
    { name: 'a question that is asked once', yaml: run() + guard + template({ metric: BOUNDED.replace('count: 12', 'count: 1').replace('inconclusiveLimit: 11\n', '').replace('failureLimit: 1\nconsecutiveSuccessLimit: 2', 'failureLimit: 0') }) },
    { name: 'a gate without a guard', yaml: run('') + template({ metric: BOUNDED }) },
  ],
  invalid: [
    {
      name: 'eleven minutes',
      yaml: run() + guard + template({ metric: BOUNDED }),
      findings: [{
        path: 'spec.metrics[0].inconclusiveLimit',
        class: 'risky',
        message: 'gives up after 11m without data, and Rollout shop/checkout is then paused, deaf to its background analysis, got 11; write count: 720 and inconclusiveLimit: 719, with a consecutiveSuccessLimit that ends it early',
      }],
    },
    { name: 'the first answer', yaml: run() + guard + template({ metric: BOUNDED.replace('inconclusiveLimit: 11\n', '') }), findings: [{ path: 'spec.metrics[0].inconclusiveLimit', message: /^gives up after the first answer without data.*got 0; write/ }] },
  ],
});
