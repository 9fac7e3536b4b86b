import type { RuleExample } from '../rule-example';

export const canaryNginxMatch: RuleExample = {
  rule: 'canary-nginx-match',
  bad: `
kind: Canary
spec:
  provider: nginx
  ingressRef: { apiVersion: networking.k8s.io/v1, kind: Ingress, name: checkout }
  analysis:
    stepWeight: 10
    maxWeight: 50
    match:
      - headers: { x-tester: { exact: "yes" } }
`,
  good: `
kind: Canary
spec:
  provider: nginx
  ingressRef: { apiVersion: networking.k8s.io/v1, kind: Ingress, name: checkout }
  analysis:
    iterations: 10
    match:
      - headers: { x-tester: { exact: "yes" } }
`,
};
