import { argumentConflicts } from '../../../src/rules/analysis/argument-conflicts';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = rollout({ canary: '\nanalysis: { templates: [{ templateName: a }, { templateName: b }], args: [{ name: team, value: shop }] }' });
const both = (one: string, other: string) => run + template({ name: 'a', args: `[{ name: team${one} }]` }) + template({ name: 'b', args: `[{ name: team${other} }]` });

testRule(argumentConflicts, {
  valid: [{ name: 'the same value', yaml: both(', value: x', ', value: x') }, { name: 'a value in one of them', yaml: both('', ', value: x') }, {
    name: 'two values in a run, of which the last one counts', yaml: template({ args: '[{ name: team, value: x }, { name: team, value: z }]' }).replace('kind: AnalysisTemplate', 'kind: AnalysisRun'),
  }],
  invalid: [{
    name: 'two values in templates that nobody uses',
    yaml: template({ name: 'a', args: '[{ name: team, value: x }]' }).replace('  args:', '  templates: [{ templateName: b }]\n  args:') + template({ name: 'b', args: '[{ name: team, value: z }]' }),
    findings: [{ path: 'spec.args[0].value', resource: 'AnalysisTemplate shop/b', class: 'broken', message: /which runs with this in AnalysisTemplate shop\/a, got another/ }],
  }, {
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
