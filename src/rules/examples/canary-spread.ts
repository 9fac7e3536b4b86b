import type { RuleExample } from '../rule-example';

export const canarySpread: RuleExample = {
  rule: 'canary-spread',
  bad: `
kind: Canary
---
kind: Deployment
spec:
  selector: { matchLabels: { app: null, app.kubernetes.io/name: shop, tier: front } }
  template:
    metadata:
      labels: { app: null, app.kubernetes.io/name: shop, tier: front }
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app.kubernetes.io/name: shop } }
`,
  good: `
kind: Canary
---
kind: Deployment
spec:
  selector: { matchLabels: { app: null, app.kubernetes.io/name: shop, tier: front } }
  template:
    metadata:
      labels: { app: null, app.kubernetes.io/name: shop, tier: front }
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { tier: front } }
`,
};
