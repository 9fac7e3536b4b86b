import { templateHasMetrics } from '../../../src/rules/analysis/template-has-metrics';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = rollout({ canary: '\nanalysis: { templates: [{ templateName: all }] }' });
const empty = (name: string, templates = '[]') => template({ name, metrics: '[]' }).replace('  args: []', `  args: []\n  templates: ${templates}`);

testRule(templateHasMetrics, {
  valid: [
    { name: 'metrics of another template', yaml: run + empty('all', '[{ templateName: success-rate }]') + template() },
    { name: 'metrics of a template that is not in the input', yaml: run + empty('all', '[{ templateName: success-rate }]') },
  ],
  invalid: [
    {
      name: 'templates without any',
      yaml: run + empty('all', '[{ templateName: none }]') + empty('none'),
      findings: [{ path: 'spec.metrics', class: 'broken', message: 'must have a metric, got none in AnalysisTemplate shop/all and AnalysisTemplate shop/none, and Rollout shop/checkout runs nothing else there; write metrics: [{ name: ..., provider: ..., failureCondition: ... }]' }],
    },
    { name: 'a template that nobody runs', yaml: empty('all'), findings: [{ path: 'spec.metrics', message: /^must have a metric, got none; write/ }] },
  ],
});
