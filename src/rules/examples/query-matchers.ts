import type { RuleExample } from '../rule-example';

export const queryMatchers: RuleExample = {
  rule: 'query-matchers',
  known: ['https://prometheus.io/docs/prometheus/latest/querying/basics/#instant-vector-selectors'],
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: a{code="5.."}
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: a{code=~"5.."}
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
`,
};
