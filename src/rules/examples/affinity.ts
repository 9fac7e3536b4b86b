import type { RuleExample } from '../rule-example';

export const affinity: RuleExample = {
  rule: 'affinity',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 1000
              podAffinityTerm: { topologyKey: kubernetes.io/hostname }
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm: { topologyKey: kubernetes.io/hostname }
`,
};
