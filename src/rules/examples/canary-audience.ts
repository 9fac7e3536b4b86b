import type { RuleExample } from '../rule-example';

export const canaryAudience: RuleExample = {
  rule: 'canary-audience',
  bad: `
kind: Canary
spec:
  provider: linkerd
  analysis:
    iterations: 10
    match:
      - headers: { x-canary: { exact: insider } }
`,
  good: `
kind: Canary
spec:
  provider: istio
  analysis:
    iterations: 10
    match:
      - headers: { x-canary: { exact: insider } }
`,
};
