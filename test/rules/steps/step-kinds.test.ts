import { stepKinds } from '../../../src/rules/steps/step-kinds';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const path = 'spec.strategy.canary.steps[0]';

testRule(stepKinds, {
  valid: [
    { name: 'one thing a step', yaml: rollout({ steps: '[{ setWeight: 0 }, { pause: {} }, { setCanaryScale: { weight: 5 } }]' }) },
  ],
  invalid: [
    {
      name: 'a pause without a value',
      yaml: rollout({ steps: '[{ pause: }]' }),
      findings: [{ path, class: 'refused', message: /^must do something, got a pause without a value; write pause: \{\} to wait for approval, or pause: \{ duration: 5m \}$/ }],
    },
    { name: 'an empty step', yaml: rollout({ steps: '[{}]' }), findings: [{ path, message: /^must be one of pause, .* and plugin, got nothing/ }] },
    { name: 'an unknown kind', yaml: rollout({ steps: '[{ weight: 5 }]' }), findings: [{ path, message: /got weight;/ }] },
    {
      name: 'a weight and a pause in one step',
      yaml: rollout({ steps: '[{ setWeight: 5, pause: {} }]' }),
      findings: [{ path, class: 'refused', message: 'must do one thing, got pause and setWeight; make it one step for each' }],
    },
    {
      name: 'a weight and a scale in one step, which is accepted',
      yaml: rollout({ steps: '[{ setWeight: 5, setCanaryScale: { weight: 5 } }]' }),
      findings: [{ path, class: 'broken', message: /of which only setCanaryScale decides when it is over/ }],
    },
  ],
});
