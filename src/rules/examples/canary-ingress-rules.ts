import type { RuleExample } from '../rule-example';

export const canaryIngressRules: RuleExample = {
  rule: 'canary-ingress-rules',
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
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: checkout, port: { number: 8080 } } } }]
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
