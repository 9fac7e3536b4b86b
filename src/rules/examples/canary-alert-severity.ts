import type { RuleExample } from '../rule-example';

export const canaryAlertSeverity: RuleExample = {
  rule: 'canary-alert-severity',
  bad: `
kind: Canary
spec:
  analysis:
    alerts: [{ name: team, providerRef: { name: team } }]
`,
  good: `
kind: Canary
spec:
  analysis:
    alerts: [{ name: team, severity: warn, providerRef: { name: team } }]
`,
};
