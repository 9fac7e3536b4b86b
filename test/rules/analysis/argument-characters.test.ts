import { argumentCharacters } from '../../../src/rules/analysis/argument-characters';
import { BOUNDED, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const inline = (args = '') => rollout({ steps: `[{ setWeight: 20 }, { analysis: { templates: [{ templateName: success-rate }]${args} } }]` });
const asked = (value: string) => template({ args: `[{ name: team, value: "${value}" }]`, metric: `${BOUNDED}\ninitialDelay: "{{args.team}}"` });

testRule(argumentCharacters, {
  valid: [{ name: 'any text', yaml: inline() + template({ args: '[{ name: team, value: "a \\t\\n\\r \\"b\\" \\\\ \\u00e9 \\u2028" }]', metric: BOUNDED }) }],
  invalid: [
    { name: 'a bell', yaml: inline() + asked('a\\u0007'), findings: [{ path: 'spec.args[0].value', class: 'refused', message: 'must be without control characters, got U+0007 at character 2; take it out' }] },
    { name: 'a bell that the Rollout gives', yaml: inline(', args: [{ name: team, value: "\\u0001" }]') + asked('5s'), findings: [{ path: 'spec.strategy.canary.steps[1].analysis.args[0].value', class: 'broken', message: /got U\+0001 at character 1/ }] },
  ],
});
