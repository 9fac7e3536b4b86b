import { argumentSources } from '../../../src/rules/analysis/argument-sources';
import { BOUNDED, experiment, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const FROM_SECRET = 'valueFrom: { secretKeyRef: { name: web, key: token } }';
const asked = (argument: string) => template({ args: `[{ name: token, ${argument} }]`, metric: BOUNDED });
const inline = rollout({ steps: '[{ setWeight: 20 }, { analysis: { templates: [{ templateName: success-rate }] } }]' });
const background = (args = '') => rollout({ canary: `\nanalysis: { templates: [{ templateName: success-rate }]${args} }` });
const path = 'spec.args[0]';

testRule(argumentSources, {
  valid: [
    { name: 'a Secret', yaml: inline + asked(FROM_SECRET) },
    { name: 'a field that the Rollout overrides', yaml: background(', args: [{ name: token, value: a }]') + asked("valueFrom: { fieldRef: { fieldPath: 'metadata.name' } }") },
    { name: 'a field that the Rollout overrides with an empty text', yaml: background(', args: [{ name: token }]') + asked("valueFrom: { fieldRef: { fieldPath: 'metadata.name' } }") },
  ],
  invalid: [
    { name: 'both where the Rollout waits', yaml: inline + asked(`value: a, ${FROM_SECRET}`), findings: [{ path: `${path}.value`, class: 'refused', message: 'must not stand beside valueFrom, since token has one value; drop value, or valueFrom' }] },
    { name: 'both in the background', yaml: background() + asked(`value: a, ${FROM_SECRET}`), findings: [{ path: `${path}.value`, class: 'risky', message: /^must not stand beside valueFrom/ }] },
    {
      name: 'no source at all',
      yaml: background() + asked('valueFrom: {}'),
      findings: [{ path: `${path}.valueFrom`, class: 'broken', message: 'must say where the value of token comes from, got nothing: every run ends with an error as it starts; write valueFrom: { secretKeyRef: { name: ..., key: ... } }, or value: ...' }],
    },
    { name: 'no source at all in a template that nobody uses', yaml: asked('valueFrom: {}'), findings: [{ path: `${path}.valueFrom`, class: 'broken', message: /got nothing/ }] },
    {
      name: 'a field in a run',
      yaml: asked("valueFrom: { fieldRef: { fieldPath: 'metadata.name' } }").replace('kind: AnalysisTemplate', 'kind: AnalysisRun'),
      findings: [{ path: `${path}.valueFrom.fieldRef`, class: 'broken', message: /and not in a run: nothing is put for .*; write value: \.\.\. in the place of valueFrom$/ }],
    },
    {
      name: 'an argument that an Experiment gives by a source, which it drops',
      yaml: experiment({ spec: 'duration: 5m\nanalyses: [{ name: a, templateName: success-rate, args: [{ name: token, valueFrom: { podTemplateHashValue: Latest } }] }]' }) + asked('valueFrom: {}'),
      findings: [{ path: `${path}.valueFrom`, class: 'broken', message: /got nothing/ }],
    },
    {
      name: 'a field of the Rollout',
      yaml: background() + asked("valueFrom: { fieldRef: { fieldPath: 'metadata.name' } }"),
      findings: [{
        path: `${path}.valueFrom.fieldRef`,
        class: 'broken',
        message: 'is read where a Rollout gives the argument, and not in a template: nothing is put for {{args.token}}, got fieldRef; write { name: token, valueFrom: { fieldRef: ... } } below args of the analysis, and only the name here',
      }],
    },
  ],
});
