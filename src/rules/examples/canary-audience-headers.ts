import type { RuleExample } from '../rule-example';

export const canaryAudienceHeaders: RuleExample = {
  rule: 'canary-audience-headers',
  bad: `
kind: Canary
spec:
  provider: contour
  analysis:
    iterations: 10
    match:
      - headers: { x-canary: { regex: insider } }
`,
  good: `
kind: Canary
spec:
  provider: contour
  analysis:
    iterations: 10
    match:
      - headers: { x-canary: { exact: insider } }
`,
};
