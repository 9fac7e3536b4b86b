import type { RuleExample } from '../rule-example';

export const metricTemplateProvider: RuleExample = {
  rule: 'metric-template-provider',
  bad: `
kind: MetricTemplate
spec:
  provider: { address: 'prometheus:9090' }
`,
  good: `
kind: MetricTemplate
spec:
  provider: { address: 'http://prometheus:9090' }
`,
};
