import { inlineAnalysisEnds } from '../../../src/rules/analysis/inline-analysis-ends';
import { BOUNDED, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const inline = (args = '[]'): string => rollout({ steps: `[{ analysis: { templates: [{ templateName: success-rate }], args: ${args} } }]` });
const count = (text: string, args = '[]'): string => template({ args, metric: `\nsuccessCondition: result[0] > 1\ninterval: 1m\n${text}` });
const path = 'spec.metrics[0].count';

testRule(inlineAnalysisEnds, {
  valid: [
    { name: 'a count', yaml: inline() + template({ metric: BOUNDED }) },
    { name: 'one measurement', yaml: inline() + template({ metric: '\nsuccessCondition: result[0] > 1' }) },
    { name: 'no end in the background', yaml: rollout({ canary: '\nanalysis: { templates: [{ templateName: success-rate }] }' }) + template() },
    { name: 'a count by argument with a value', yaml: inline() + count('count: "{{args.amount}}"', '[{ name: amount, value: "5" }]') },
  ],
  invalid: [
    {
      name: 'an interval without a count',
      yaml: inline() + template(),
      findings: [{ path, class: 'refused', message: 'is repeated in an inline analysis, which the rollout waits for, so it must have a count, got none; write count: 5' }],
    },
    { name: 'success limits instead of a count', yaml: inline() + count('consecutiveSuccessLimit: 2\nfailureLimit: 4'), findings: [{ path, message: /write count: 7$/ }] },
    {
      name: 'a pre-promotion analysis without an end',
      yaml: rollout({ strategy: '\nblueGreen: { activeService: a, prePromotionAnalysis: { templates: [{ templateName: success-rate }] } }' }) + template(),
      findings: [{ path, message: /in a pre-promotion analysis/ }],
    },
    {
      name: 'a count by argument without a value of its own, even when the rollout supplies one',
      yaml: inline('[{ name: amount, value: "5" }]') + count('count: "{{args.amount}}"', '[{ name: amount }]'),
      findings: [{ path, class: 'refused', message: /must be a number before the rollout supplies any argument, got \{\{args.amount\}\}; write value: "5" at amount in the args of AnalysisTemplate shop\/success-rate$/ }],
    },
    {
      name: 'a count that the rollout sets to 0, which is accepted',
      yaml: inline('[{ name: amount, value: "0" }]') + count('count: "{{args.amount}}"', '[{ name: amount, value: "5" }]'),
      findings: [{ path, class: 'broken', message: /its count becomes 0 here, so it never ends; write { name: amount, value: "5" } in the args of the analysis$/ }],
    },
  ],
});
