import type { RuleExample } from '../rule-example';

export const canaryRetiredProvider: RuleExample = {
  rule: 'canary-retired-provider',
  bad: `
kind: Canary
spec:
  provider: smi:v1alpha2
`,
  good: `
kind: Canary
spec:
  provider: linkerd
`,
};
