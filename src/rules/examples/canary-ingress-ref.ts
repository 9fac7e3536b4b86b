import type { RuleExample } from '../rule-example';

export const canaryIngressRef: RuleExample = {
  rule: 'canary-ingress-ref',
  bad: `
kind: Canary
spec:
  provider: nginx
  ingressRef: { apiVersion: networking.k8s.io/v1, kind: Ingress, name: checkout }
---
kind: Ingress
spec:
  rules:
    - http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: shop, port: { number: 80 } } } }]
`,
  good: `
kind: Canary
spec:
  provider: nginx
  ingressRef: { apiVersion: networking.k8s.io/v1, kind: Ingress, name: checkout }
---
kind: Ingress
spec:
  rules:
    - http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: checkout, port: { number: 80 } } } }]
`,
};
