import type { RuleExample } from '../rule-example';

export const routerIngress: RuleExample = {
  rule: 'router-ingress',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { alb: { ingress: checkout, servicePort: 80 } }
---
kind: Ingress
metadata: { name: checkout }
spec:
  rules:
    - http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: payment, port: { number: 80 } } } }]
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { alb: { ingress: checkout, servicePort: 80 } }
---
kind: Ingress
metadata: { name: checkout }
spec:
  rules:
    - http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: checkout, port: { name: use-annotation } } } }]
`,
};
