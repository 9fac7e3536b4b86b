import type { RuleExample } from '../rule-example';

export const declaredRules: RuleExample = {
  rule: 'declared-rules',
  known: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules', 'docs/conformance.md#oracles',
  ],
  bad: `
kind: HTTPRoute
spec:
  rules:
    - backendRefs:
        - { name: checkout, weight: 90 }
        - { name: checkout-canary, port: 80, weight: 10 }
`,
  good: `
kind: HTTPRoute
spec:
  rules:
    - backendRefs:
        - { name: checkout, port: 80, weight: 90 }
        - { name: checkout-canary, port: 80, weight: 10 }
`,
};
