import type { RuleExample } from '../rule-example';

export const backgroundBegins: RuleExample = {
  rule: 'background-begins',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
        args:
          - name: hash
            valueFrom:
              podTemplateHashValue: Latest
      steps: []
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
        args:
          - name: hash
            valueFrom:
              podTemplateHashValue: Latest
        startingStep: 1
`,
};
