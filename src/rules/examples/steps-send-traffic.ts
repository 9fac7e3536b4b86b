import type { RuleExample } from '../rule-example';

export const stepsSendTraffic: RuleExample = {
  rule: 'steps-send-traffic',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting: { plugins: { acme/router: {} } }
      steps:
        - setCanaryScale: { replicas: 1 }
        - pause: {}
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
        - pause: {}
`,
};
