import type { RuleExample } from '../rule-example';

export const canaryBuiltinMetrics: RuleExample = {
  rule: 'canary-builtin-metrics',
  bad: `
kind: Canary
spec:
  provider: traefik
  service: { name: shop }
`,
  good: `
kind: Canary
spec:
  provider: traefik
  service: { name: checkout }
`,
};
