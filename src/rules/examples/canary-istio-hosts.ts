import type { RuleExample } from '../rule-example';

export const canaryIstioHosts: RuleExample = {
  rule: 'canary-istio-hosts',
  bad: `
kind: Canary
spec:
  service: { hosts: ['*'] }
`,
  good: `
kind: Canary
spec:
  service: { hosts: [checkout] }
`,
};
