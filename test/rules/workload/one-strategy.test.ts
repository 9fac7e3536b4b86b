import { oneStrategy } from '../../../src/rules/workload/one-strategy';
import { blueGreen, rollout } from '../manifests';
import { testRule } from '../test-rule';

testRule(oneStrategy, {
  valid: [
    { name: 'a canary', yaml: rollout() },
    { name: 'a blue-green', yaml: blueGreen() },
    { name: 'a canary without steps', yaml: rollout({ strategy: '\ncanary: {}' }) },
    { name: 'a blue-green beside a canary that is none', yaml: rollout({ strategy: '\ncanary: null\nblueGreen: { activeService: checkout, previewService: checkout-preview }' }) },
  ],
  invalid: [
    {
      name: 'both',
      yaml: rollout({ strategy: '\ncanary: {}\nblueGreen: { activeService: checkout, previewService: checkout-preview }' }),
      findings: [{ path: 'spec.strategy', message: 'must be one of canary and blueGreen, got both; drop canary, or blueGreen', class: 'refused' }],
    },
    {
      name: 'none',
      yaml: rollout({ strategy: ' {}' }),
      findings: [{ path: 'spec.strategy', message: 'must be a canary or a blueGreen, got nothing; write canary: { steps: [{ setWeight: 20 }, { pause: {} }] }', class: 'refused' }],
    },
    {
      name: 'a canary without a value',
      yaml: rollout({ strategy: '\ncanary:' }),
      findings: [{ path: 'spec.strategy', message: /^must be a canary or a blueGreen, got canary without a value; / }],
    },
  ],
});
