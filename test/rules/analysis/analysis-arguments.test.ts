import { analysisArguments } from '../../../src/rules/analysis/analysis-arguments';
import { experiment, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const background = (args: string): string => rollout({ canary: `\nanalysis: { templates: [{ templateName: success-rate }]${args === '' ? '' : `, args: ${args}`} }` });
const declared = template({ args: '[{ name: service-name }, { name: path, value: / }]' });
const path = 'spec.strategy.canary.analysis.args';

testRule(analysisArguments, {
  valid: [
    { name: 'every argument supplied', yaml: background('[{ name: service-name, value: a }]') + declared },
    { name: 'a hash for an argument', yaml: background('[{ name: service-name, valueFrom: { podTemplateHashValue: Latest } }]') + declared },
    { name: 'a source that an Experiment does not look at', yaml: experiment({ spec: 'duration: 5m\nanalyses: [{ name: a, templateName: success-rate, args: [{ name: path, valueFrom: { fieldRef: { fieldPath: metadata.generation } } }] }]' }) + template({ args: '[{ name: path, value: / }]' }) },
    { name: 'any argument of a template that is not in the input', yaml: background('[{ name: x, value: a }]') },
  ],
  invalid: [
    {
      name: 'a missing argument',
      yaml: background('') + declared,
      findings: [{ path, class: 'refused', message: 'must supply service-name, which AnalysisTemplate shop/success-rate declares without a value; add { name: service-name, value: ... }, or give it a value in the template' }],
    },
    {
      name: 'an argument that another template has a value for',
      yaml: background('').replace('}] }', '}, { templateName: other }] }') + template({ args: '[{ name: path, value: / }]' }) + template({ name: 'other', args: '[{ name: path }]' }),
      findings: [{ path, class: 'refused', message: /^must supply path, which AnalysisTemplate shop\/other declares without a value/ }],
    },
    {
      name: 'an argument of a run without a value',
      yaml: template({ args: '[{ name: path, value: / }, { name: zone }]' }).replace('kind: AnalysisTemplate', 'kind: AnalysisRun'),
      findings: [{ path: 'spec.args[1]', class: 'broken', message: 'must have a value or a key of a Secret, got neither for zone, so the run ends as it starts; write value: ...' }],
    },
    {
      name: 'a misspelt argument',
      yaml: background('[{ name: service_name, value: a }]') + declared,
      findings: [
        { path, class: 'refused', message: /must supply service-name/ },
        { path: `${path}[0].name`, class: 'risky', message: 'is dropped: service_name is not declared by AnalysisTemplate shop/success-rate; write name: service-name' },
      ],
    },
    {
      name: 'a key of a label in double quotes',
      yaml: background("[{ name: service-name, valueFrom: { fieldRef: { fieldPath: 'metadata.labels[\"team\"]' } } }]") + declared,
      findings: [{
        path: `${path}[0].valueFrom.fieldRef.fieldPath`,
        message: /must be a name, a namespace, a uid, or labels and annotations with a key in single quotes, got .+; write fieldPath: metadata.labels\['team'\]$/,
      }],
    },
    {
      name: 'a misspelt hash, which is accepted',
      yaml: background('[{ name: service-name, valueFrom: { podTemplateHashValue: stable } }]') + declared,
      findings: [{ path: `${path}[0].valueFrom.podTemplateHashValue`, class: 'broken', message: /^must be Latest or Stable, got "stable", which gives an empty text; write podTemplateHashValue: Stable/ }],
    },
  ],
});
