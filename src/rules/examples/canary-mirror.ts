import type { RuleExample } from '../rule-example';

export const canaryMirror: RuleExample = {
  rule: 'canary-mirror',
  bad: `
kind: Canary
spec:
  provider: traefik
  analysis:
    stepWeight: 10
    maxWeight: 50
    mirror: true
`,
  good: `
kind: Canary
spec:
  provider: istio
  analysis:
    stepWeight: 10
    maxWeight: 50
    mirror: true
`,
};
