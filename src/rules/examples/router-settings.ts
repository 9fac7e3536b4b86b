import type { RuleExample } from '../rule-example';

export const routerSettings: RuleExample = {
  rule: 'router-settings',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      scaleDownDelaySeconds: 60
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting: { plugins: { acme/router: {} } }
      scaleDownDelaySeconds: 60
`,
};
