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
    { name: 'the last second that works', yaml: rollout('blueGreen', 899) },
  ],
  invalid: ['canary', 'blueGreen'].map(strategy => ({
    name: `fifteen minutes of a ${strategy}`,
    yaml: rollout(strategy, 900),
    findings: [{
      path: `spec.strategy.${strategy}.abortScaleDownDelaySeconds`,
      message: 'must be below 900, got 900, which keeps nothing; write 840, or 0 to keep the pods until somebody removes them',
    }],
  })),
});
