import { inconclusiveLimit } from '../../../src/rules/analysis/inconclusive-limit';
import { BOUNDED, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const GATED = '[{ setWeight: 20 }, { pause: { duration: 1m } }, { analysis: { templates: [{ templateName: gate }] } }]';
const background = (steps?: string): string => rollout({ canary: '\nanalysis: { templates: [{ templateName: success-rate }] }', ...(steps === undefined ? {} : { steps }) });
const inline = rollout({ steps: '[{ setWeight: 20 }, { analysis: { templates: [{ templateName: success-rate }] } }]' });
const both = (limit: string, good = 'len(result) > 0 && result[0] >= 0.99', bad = 'len(result) > 0 && result[0] < 0.99'): string =>
  template({ metric: `\nsuccessCondition: ${good}\nfailureCondition: ${bad}\ninterval: 1m\n${limit}` });
const path = 'spec.metrics[0].inconclusiveLimit';

testRule(inconclusiveLimit, {
  valid: [
    { name: 'an inline gate whose limit is below its count', yaml: inline + template({ metric: BOUNDED }) },
    { name: 'an inline gate that must have two good answers in a row (measured: paused)', yaml: inline + both('count: 3\ninconclusiveLimit: 3\nconsecutiveSuccessLimit: 2') },
    { name: 'a guard that only knows what is bad', yaml: background() + template() },
    { name: 'a raised limit beside gates after each weight', yaml: background(GATED) + both('inconclusiveLimit: 100') },
    { name: 'conditions of which one holds without data', yaml: background() + both('', 'len(result) == 0 || result[0] >= 0.99') },
  ],
  invalid: [
    {
      name: 'an inline gate that may learn nothing (measured: promoted blind)',
      yaml: inline + both('count: 3\ninconclusiveLimit: 3'),
      findings: [{ path, class: 'broken', message: 'must be below the 3 measurements of success-rate, got 3, so a run that learns nothing is a success; write inconclusiveLimit: 2' }],
    },
    {
      name: 'a background analysis that is inconclusive without data (measured: pauses, then goes on)',
      yaml: background() + both(''),
      findings: [{ path, class: 'risky', message: /^without data this background analysis is inconclusive at once: .*; drop successCondition/ }],
    },
    {
      name: 'a background analysis that may be inconclusive a hundred times (measured: 100 % unmeasured)',
      yaml: background() + both('inconclusiveLimit: 100'),
      findings: [{ path, message: /lets 100 inconclusive measurements pass and holds nothing/ }],
    },
  ],
});
