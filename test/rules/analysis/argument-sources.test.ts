import { argumentSources } from '../../../src/rules/analysis/argument-sources';
import { BOUNDED, rollout, template } from '../manifests';
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
  ],
  invalid: [
    { name: 'both where the Rollout waits', yaml: inline + asked(`value: a, ${FROM_SECRET}`), findings: [{ path: `${path}.value`, class: 'refused', message: 'must not stand beside valueFrom, since token has one value; drop value, or valueFrom' }] },
    { name: 'both in the background', yaml: background() + asked(`value: a, ${FROM_SECRET}`), findings: [{ path: `${path}.value`, class: 'risky', message: /^must not stand beside valueFrom/ }] },
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
