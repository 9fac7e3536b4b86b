import { argumentConflicts } from '../../../src/rules/analysis/argument-conflicts';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = rollout({ canary: '\nanalysis: { templates: [{ templateName: a }, { templateName: b }], args: [{ name: team, value: shop }] }' });
const both = (one: string, other: string) => run + template({ name: 'a', args: `[{ name: team${one} }]` }) + template({ name: 'b', args: `[{ name: team${other} }]` });

testRule(argumentConflicts, {
  valid: [{ name: 'the same value', yaml: both(', value: x', ', value: x') }, { name: 'a value in one of them', yaml: both('', ', value: x') }],
  invalid: [{
    name: 'two values, whatever the Rollout gives',
    yaml: both(', value: x', ', value: z'),
    findings: [{
      path: 'spec.args[0].value',
      resource: 'AnalysisTemplate shop/b',
      class: 'refused',
      message: 'must be the value that team has in AnalysisTemplate shop/a, which runs with this in Rollout shop/checkout, got another; write the same in both, or call one of them otherwise',
    }],
  }],
});
