import type { RuleExample } from '../rule-example';

export const securityContext: RuleExample = {
  rule: 'security-context',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      securityContext:
        seccompProfile: { type: Localhost }
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      securityContext:
        seccompProfile: { type: Localhost, localhostProfile: profiles/checkout.json }
`,
};
