import type { RuleExample } from '../rule-example';

export const fieldReferences: RuleExample = {
  rule: 'field-references',
  bad: `
kind: Rollout
metadata:
  labels:
    team: shop
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
        args:
          - name: a
            valueFrom:
              fieldRef:
                fieldPath: metadata.labels['tean']
`,
  good: `
kind: Rollout
metadata:
  labels:
    team: shop
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
        args:
          - name: a
            valueFrom:
              fieldRef:
                fieldPath: metadata.labels['team']
`,
};
