import type { RuleExample } from '../rule-example';

export const canaryKnative: RuleExample = {
  rule: 'canary-knative',
  bad: `
kind: Canary
spec:
  provider: null
  targetRef: { apiVersion: serving.knative.dev/v1, kind: Service, name: checkout }
`,
  good: `
kind: Canary
spec:
  provider: knative
  targetRef: { apiVersion: serving.knative.dev/v1, kind: Service, name: checkout }
`,
};
