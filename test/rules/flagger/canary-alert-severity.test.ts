import { canaryAlertSeverity } from '../../../src/rules/flagger/canary-alert-severity';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const alert = (fields: string) => canary({ analysis: `\nalerts: [{ name: team, ${fields} }]` });

testRule(canaryAlertSeverity, {
  valid: [
    { name: 'a severity', yaml: alert('severity: info, providerRef: { name: team }') },
    { name: 'no alert', yaml: canary() },
  ],
  invalid: [
    {
      name: 'none',
      yaml: alert('providerRef: { name: team }'),
      findings: [
        { path: 'spec.analysis.alerts[0].severity', message: 'must be info, warn or error, got none: nothing is ever sent; write severity: info' },
      ],
    },
    {
      name: 'an empty one',
      yaml: alert("severity: '', providerRef: { name: team }"),
      findings: [
        { path: 'spec.analysis.alerts[0].severity', message: 'must be info, warn or error, got none: nothing is ever sent; write severity: info' },
      ],
    },
  ],
});
