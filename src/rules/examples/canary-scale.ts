import type { RuleExample } from '../rule-example';

export const canaryScale: RuleExample = {
  rule: 'canary-scale',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting: { plugins: { acme/router: {} } }
      steps:
        - setCanaryScale: { replicas: 1, weight: 20 }
        - setWeight: 5
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting: { plugins: { acme/router: {} } }
      steps:
        - setCanaryScale: { replicas: 1 }
        - setWeight: 5
`,
};
