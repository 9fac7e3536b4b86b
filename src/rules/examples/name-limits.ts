import type { RuleExample } from '../rule-example';

export const nameLimits: RuleExample = {
  rule: 'name-limits',
  known: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  bad: `
kind: Service
metadata: { name: 2nd-checkout }
spec:
  ports: [{ port: 80 }]
`,
  good: `
kind: Service
metadata: { name: second-checkout }
spec:
  ports: [{ port: 80 }]
`,
};
