import { abortDelay } from '../../../src/rules/steps/abort-delay';
import { testRule } from '../test-rule';

const rollout = (strategy: string, seconds: number) => `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout }
spec:
  strategy:
    ${strategy}: { abortScaleDownDelaySeconds: ${seconds} }
`;

testRule(abortDelay, {
  valid: [
    { name: 'ten minutes', yaml: rollout('canary', 600) },
    { name: 'for ever', yaml: rollout('canary', 0) },
    { name: 'the last second that works', yaml: rollout('canary', 899) },
    { name: 'twenty minutes of a blue-green, which the controller keeps', yaml: rollout('blueGreen', 1200) },
  ],
  invalid: [{
    name: 'fifteen minutes of a canary',
    yaml: rollout('canary', 900),
    findings: [{
      path: 'spec.strategy.canary.abortScaleDownDelaySeconds',
      message: 'must be below 900, got 900, which keeps nothing; write abortScaleDownDelaySeconds: 840, or 0 to keep the pods until somebody removes them',
    }],
  }],
});
