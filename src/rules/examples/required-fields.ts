import type { RuleExample } from '../rule-example';

export const requiredFields: RuleExample = {
  rule: 'required-fields',
  known: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation', 'docs/conformance.md#oracles'],
  bad: `
kind: Service
spec:
  ports: [{ targetPort: 8080 }]
`,
  good: `
kind: Service
spec:
  ports: [{ port: 80, targetPort: 8080 }]
`,
};
