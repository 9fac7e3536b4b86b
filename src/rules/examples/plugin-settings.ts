import type { RuleExample } from '../rule-example';

export const pluginSettings: RuleExample = {
  rule: 'plugin-settings',
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      provider:
        plugin:
          acme/metric:
            query: a
---
kind: ConfigMap
metadata:
  name: argo-rollouts-config
  namespace: argo-rollouts
data:
  metricProviderPlugins: "[{ name: acme/metrics, location: file:///plugin }]"
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      provider:
        plugin:
          acme/metrics:
            query: a
---
kind: ConfigMap
metadata:
  name: argo-rollouts-config
  namespace: argo-rollouts
data:
  metricProviderPlugins: "[{ name: acme/metrics, location: file:///plugin }]"
`,
};
