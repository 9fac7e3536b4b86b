import { switchBack } from '../../../src/rules/blue-green/switch-back';
import { blueGreen, BOUNDED, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const asked = '\npostPromotionAnalysis: { templates: [{ templateName: success-rate }] }';
const gate = template({ metric: BOUNDED });
const path = 'spec.strategy.blueGreen.abortScaleDownDelaySeconds';
const consequence = (seconds: number) =>
  `an abort while a pod of the new version is down leaves the active Service without pods after ${seconds} s; write abortScaleDownDelaySeconds: 0, which keeps them until the next release`;

testRule(switchBack, {
  valid: [
    { name: 'pods that are kept until the next release', yaml: blueGreen(`${asked}\nabortScaleDownDelaySeconds: 0`) + gate },
    { name: 'a blue-green that asks nothing after its switch, and is not aborted there', yaml: blueGreen('\nabortScaleDownDelaySeconds: 600') },
    { name: 'one that asks before it', yaml: blueGreen(asked.replace('post', 'pre')) + gate },
    { name: 'a canary', yaml: rollout({ canary: '\nabortScaleDownDelaySeconds: 600' }) },
    { name: 'an analysis without templates, which never runs', yaml: blueGreen('\npostPromotionAnalysis: { templates: [] }') },
  ],
  invalid: [
    {
      name: 'the controller\'s own delay',
      yaml: blueGreen(asked) + gate,
      findings: [{ path, message: `must be 0 where something is asked after the switch, got none, which is 30: ${consequence(30)}`, class: 'risky' }],
    },
    {
      name: 'ten minutes for the post-mortem',
      yaml: blueGreen(`${asked}\nabortScaleDownDelaySeconds: 600`) + gate,
      findings: [{ path, message: `must be 0 where something is asked after the switch, got 600: ${consequence(600)}` }],
    },
  ],
});
