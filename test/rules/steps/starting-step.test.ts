import { startingStep } from '../../../src/rules/steps/starting-step';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const at = (start: number): string => rollout({ canary: `\nanalysis: { startingStep: ${start}, templates: [{ templateName: a }] }` });
const path = 'spec.strategy.canary.analysis.startingStep';

testRule(startingStep, {
  valid: [
    { name: 'a start at the last step', yaml: at(1) },
    { name: 'a canary without steps', yaml: rollout({ steps: '[]', canary: '\nanalysis: { startingStep: 3, templates: [{ templateName: a }] }' }) },
  ],
  invalid: [
    { name: 'a start after the last step', yaml: at(2), findings: [{ path, message: /0 to 1, got 2 with 2 steps, so it runs only in the moment before promotion/ }] },
    { name: 'a start that is never reached', yaml: at(7), findings: [{ path, message: /got 7 with 2 steps, so it never runs/ }] },
    { name: 'a negative start', yaml: at(-1), findings: [{ path, class: 'advice', message: /got -1, which means 0; write startingStep: 0/ }] },
  ],
});
