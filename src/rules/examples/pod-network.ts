import type { RuleExample } from '../rule-example';

export const podNetwork: RuleExample = {
  rule: 'pod-network',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      dnsPolicy: None
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      dnsPolicy: None
      dnsConfig: { nameservers: [10.0.0.10] }
`,
};
