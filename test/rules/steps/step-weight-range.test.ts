import { stepWeightRange } from '../../../src/rules/steps/step-weight-range';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const path = 'spec.strategy.canary.steps[0].setWeight';

testRule(stepWeightRange, {
  valid: [
    { name: 'the ends of the range', yaml: rollout({ steps: '[{ setWeight: 0 }, { setWeight: 100 }]' }) },
    {
      name: 'a weight up to a full weight of its own',
      yaml: rollout({ canary: '\ntrafficRouting: { maxTrafficWeight: 1000, nginx: {} }', steps: '[{ setWeight: 250 }]' }),
    },
    { name: 'a weight that is not known yet', yaml: rollout({ steps: '[{ setWeight: { later: true } }]' }) },
  ],
  invalid: [
    {
      name: 'a weight of more than everything',
      yaml: rollout({ steps: '[{ setWeight: 250 }]' }),
      findings: [{ path, message: 'must be a whole number from 0 to 100, got 250; write setWeight: 100, the nearest weight there is' }],
    },
    { name: 'a negative weight', yaml: rollout({ steps: '[{ setWeight: -1 }]' }), findings: [{ path, message: /got -1; write setWeight: 0,/ }] },
    { name: 'half a percent', yaml: rollout({ steps: '[{ setWeight: 0.5 }]' }), findings: [{ path, message: /got 0.5/ }] },
    { name: 'a word', yaml: rollout({ steps: '[{ setWeight: ten }]' }), findings: [{ path, message: 'must be a whole number from 0 to 100, got "ten"' }] },
  ],
});
