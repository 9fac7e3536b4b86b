import { placeholders } from '../../../src/rules/analysis/placeholders';
import { BOUNDED, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const path = 'spec.metrics[0].provider.prometheus.query';
const inline = rollout({ steps: '[{ analysis: { templates: [{ templateName: success-rate }] } }]' });

testRule(placeholders, {
  valid: [
    { name: 'declared arguments', yaml: template({ args: '[{ name: a }]', query: 'up{job="{{ args.a }}"}' }) },
    {
      name: 'an argument that only a template beside it declares, in the background',
      yaml: rollout({ canary: '\nanalysis: { templates: [{ templateName: success-rate }, { templateName: other }] }' })
        + template({ query: 'up{job="{{args.a}}"}' }) + template({ name: 'other', args: '[{ name: a, value: b }]' }),
    },
  ],
  invalid: [
    {
      name: 'an argument that is not declared',
      yaml: template({ args: '[{ name: service-name }]', query: 'up{job="{{args.service}}"}' }),
      findings: [{ path, class: 'broken', message: /^asks for \{\{args.service\}\}, and the template declares no argument service; / }],
    },
    {
      name: 'the same in an inline analysis, which is refused',
      yaml: inline + template({ metric: BOUNDED, query: 'up{job="{{args.a}}"}' }),
      findings: [{ path, class: 'refused', message: /declares no argument a; add \{ name: a \} to args/ }],
    },
    {
      name: 'a placeholder of something else',
      yaml: template({ query: 'up{job="{{ $labels.job }}"}' }),
      findings: [{ path, message: /^can only have \{\{args.x\}\} as a placeholder, got \{\{ \$labels.job \}\}/ }],
    },
  ],
});
