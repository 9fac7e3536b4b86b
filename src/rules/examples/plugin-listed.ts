import type { RuleExample } from '../rule-example';

export const pluginListed: RuleExample = {
  rule: 'plugin-listed',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - plugin: { name: acme/notify }
---
kind: ConfigMap
metadata: { name: argo-rollouts-config }
data:
  stepPlugins: |
    - name: acme/announce
      location: file:///announce
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - plugin: { name: acme/notify }
---
kind: ConfigMap
metadata: { name: argo-rollouts-config }
data:
  stepPlugins: |
    - name: acme/notify
      location: file:///notify
`,
};
