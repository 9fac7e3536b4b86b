import type { RuleExample } from '../rule-example';

export const canaryAlertProvider: RuleExample = {
  rule: 'canary-alert-provider',
  bad: `
kind: Canary
spec:
  analysis:
    alerts: [{ name: team, severity: warn, providerRef: { name: team } }]
---
kind: AlertProvider
metadata: { name: team }
spec: { type: msteams, secretRef: { name: team } }
---
kind: Secret
metadata: { name: team }
stringData: { url: https://example.com/hook }
`,
  good: `
kind: Canary
spec:
  analysis:
    alerts: [{ name: team, severity: warn, providerRef: { name: team } }]
---
kind: AlertProvider
metadata: { name: team }
spec: { type: msteams, secretRef: { name: team } }
---
kind: Secret
metadata: { name: team }
stringData: { address: https://example.com/hook }
`,
};
