import type { RuleExample } from '../rule-example';

export const templateHasMetrics: RuleExample = {
  rule: 'template-has-metrics',
  bad: `
kind: AnalysisTemplate
metadata:
  name: all
spec:
  templates:
    - templateName: none
  metrics: []
---
kind: AnalysisTemplate
metadata:
  name: none
spec:
  metrics: []
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: all
spec:
  templates:
    - templateName: success-rate
  metrics: []
`,
};
