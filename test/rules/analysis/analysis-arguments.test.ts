import { analysisArguments } from '../../../src/rules/analysis/analysis-arguments';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const background = (args: string): string => rollout({ canary: `\nanalysis: { templates: [{ templateName: success-rate }]${args === '' ? '' : `, args: ${args}`} }` });
const declared = template({ args: '[{ name: service-name }, { name: path, value: / }]' });
const path = 'spec.strategy.canary.analysis.args';

testRule(analysisArguments, {
  valid: [
    { name: 'every argument supplied', yaml: background('[{ name: service-name, value: a }]') + declared },
    { name: 'a hash for an argument', yaml: background('[{ name: service-name, valueFrom: { podTemplateHashValue: Latest } }]') + declared },
    { name: 'any argument of a template that is not in the input', yaml: background('[{ name: x, value: a }]') },
  ],
  invalid: [
    {
      name: 'a missing argument',
      yaml: background('') + declared,
      findings: [{ path, class: 'refused', message: 'must supply service-name, which AnalysisTemplate shop/success-rate declares without a value; add { name: service-name, value: ... }, or give it a value in the template' }],
    },
    {
      name: 'a misspelt argument',
      yaml: background('[{ name: service_name, value: a }]') + declared,
      findings: [
        { path, class: 'refused', message: /must supply service-name/ },
        { path: `${path}[0].name`, class: 'risky', message: 'is dropped: service_name is not declared by AnalysisTemplate shop/success-rate; did you mean service-name?' },
      ],
    },
    {
      name: 'a key of a label in double quotes',
      yaml: background("[{ name: service-name, valueFrom: { fieldRef: { fieldPath: 'metadata.labels[\"team\"]' } } }]") + declared,
      findings: [{
        path: `${path}[0].valueFrom.fieldRef.fieldPath`,
        message: /must be a name, a namespace, a uid, or labels and annotations with a key in single quotes, got .+; write metadata.labels\['team'\]$/,
      }],
    },
    {
      name: 'a misspelt hash, which is accepted',
      yaml: background('[{ name: service-name, valueFrom: { podTemplateHashValue: stable } }]') + declared,
      findings: [{ path: `${path}[0].valueFrom.podTemplateHashValue`, class: 'broken', message: /^must be Latest or Stable, got "stable", which gives an empty text; write Stable/ }],
    },
  ],
});
