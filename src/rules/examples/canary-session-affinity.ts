import type { RuleExample } from '../rule-example';

export const canarySessionAffinity: RuleExample = {
  rule: 'canary-session-affinity',
  bad: `
kind: Canary
spec:
  provider: linkerd
  analysis:
    sessionAffinity: { cookieName: checkout-canary }
`,
  good: `
kind: Canary
spec:
  provider: istio
  analysis:
    sessionAffinity: { cookieName: checkout-canary }
`,
};
