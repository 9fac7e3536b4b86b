import type { RuleExample } from '../rule-example';

export const abortDelay: RuleExample = {
  rule: 'abort-delay',
  known: ['conformance/scenarios/nginx.ts nginx/kept-for-too-long', 'argo:controller/controller.go#L64'],
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting: { plugins: { acme/router: {} } }
      abortScaleDownDelaySeconds: 3600
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting: { plugins: { acme/router: {} } }
      abortScaleDownDelaySeconds: 600
`,
};
