import type { RuleExample } from '../rule-example';

export const canaryServiceFields: RuleExample = {
  rule: 'canary-service-fields',
  bad: `
kind: Canary
spec:
  provider: linkerd
  service: { timeout: 15s }
`,
  good: `
kind: Canary
spec:
  provider: istio
  service: { timeout: 15s }
`,
};
