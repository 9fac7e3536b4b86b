import type { RuleExample } from '../rule-example';

export const canaryProviderNeeds: RuleExample = {
  rule: 'canary-provider-needs',
  bad: `
kind: Canary
spec:
  provider: skipper
---
kind: Ingress
metadata: { annotations: { kubernetes.io/ingress.class: skipper } }
spec:
  rules:
    - http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: checkout, port: { number: 80 } } } }]
`,
  good: `
kind: Canary
spec:
  provider: skipper
  ingressRef: { apiVersion: networking.k8s.io/v1, kind: Ingress, name: checkout }
---
kind: Ingress
metadata: { annotations: { kubernetes.io/ingress.class: skipper } }
spec:
  rules:
    - http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: checkout, port: { number: 80 } } } }]
`,
};
