import { metricNames } from '../../../src/rules/analysis/metric-names';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const one = '[{ name: a, provider: { job: {} } }]';
const two = '[{ name: a, provider: { job: {} } }, { name: a, provider: { job: {} } }]';

testRule(metricNames, {
  valid: [
    { name: 'one name in templates that never meet', yaml: template({ name: 'x', metrics: one }) + template({ name: 'z', metrics: one }) },
    { name: 'one template twice in a run', yaml: rollout({ canary: '\nanalysis: { templates: [{ templateName: x }, { templateName: x }] }' }) + template({ name: 'x', metrics: one }) },
  ],
  invalid: [
    {
      name: 'two metrics of a name in a template',
      yaml: template({ name: 'x', metrics: two }),
      findings: [{ path: 'spec.metrics[1].name', class: 'broken', message: 'must be a name of its own, and this template has another metric a; write name: a-2' }],
    },
    {
      name: 'two metrics of a name in templates that nobody uses',
      yaml: template({ name: 'x', metrics: one }).replace('  args:', '  templates: [{ templateName: z }]\n  args:') + template({ name: 'z', metrics: one }),
      findings: [{ resource: 'AnalysisTemplate shop/z', path: 'spec.metrics[0].name', class: 'broken', message: /another metric a/ }],
    },
    {
      name: 'two metrics of a name in a run',
      yaml: rollout({ canary: '\nanalysis: { templates: [{ templateName: x }, { templateName: z }] }' }) + template({ name: 'x', metrics: one }) + template({ name: 'z', metrics: one }),
      findings: [{ resource: 'AnalysisTemplate shop/z', path: 'spec.metrics[0].name', class: 'refused', message: /and AnalysisTemplate shop\/x, which runs with it, has another metric a|runs with it has another metric a/ }],
    },
  ],
});
