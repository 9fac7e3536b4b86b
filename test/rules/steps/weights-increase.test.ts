import { weightsIncrease } from '../../../src/rules/steps/weights-increase';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

testRule(weightsIncrease, {
  valid: [
    { name: 'weights that rise', yaml: rollout({ steps: '[{ setWeight: 20 }, { pause: {} }, { setWeight: 40 }]' }) },
    { name: 'a weight that is no number, which is not for this rule', yaml: rollout({ steps: '[{ setWeight: 20 }, { setWeight: ten }, { setWeight: 10 }]' }) },
    { name: 'no steps', yaml: rollout({ steps: '[]' }) },
  ],
  invalid: [
    {
      name: 'a weight below the one before it',
      yaml: rollout({ steps: '[{ setWeight: 40 }, { pause: {} }, { setWeight: 30 }]' }),
      findings: [{
        resource: 'Rollout shop/checkout',
        class: 'broken',
        path: 'spec.strategy.canary.steps[2].setWeight',
        message: 'must exceed the previous weight 40, got 30; write setWeight: 41 or more, or drop the step',
      }],
    },
    {
      name: 'a weight equal to the one before it',
      yaml: rollout({ steps: '[{ setWeight: 40 }, { setWeight: 40 }]' }),
      findings: [{ path: 'spec.strategy.canary.steps[1].setWeight', message: /previous weight 40, got 40/, class: 'risky' }],
    },
  ],
});
