import type { RuleExample } from '../rule-example';

export const stepNeedsRouter: RuleExample = {
  rule: 'step-needs-router',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setCanaryScale: { replicas: 1 }
        - setWeight: 20
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting: { plugins: { acme/router: {} } }
      steps:
        - setCanaryScale: { replicas: 1 }
        - setWeight: 20
`,
};
