import { canaryAlertProvider } from '../../../src/rules/flagger/canary-alert-provider';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const alert = (more = '') => canary({ analysis: `\nalerts: [{ name: team, severity: warn, providerRef: { name: team${more} } }]` });
const provider = (fields: string, namespace = 'shop') => `---
apiVersion: flagger.app/v1beta1
kind: AlertProvider
metadata: { name: team, namespace: ${namespace} }
spec: { type: slack, ${fields} }
`;
const secret = (keys: string, namespace = 'shop') => `---
apiVersion: v1
kind: Secret
metadata: { name: metrics, namespace: ${namespace} }
stringData: ${keys}
`;

testRule(canaryAlertProvider, {
  valid: [
    { name: 'a provider with an address', yaml: alert() + provider('address: https://hooks.slack.com/services/a') },
    { name: 'a provider with a Secret', yaml: alert() + provider('secretRef: { name: metrics }') + secret('{ address: https://hooks.slack.com/services/a }') },
    { name: 'a Secret that somebody fills later', yaml: alert() + provider('secretRef: { name: metrics }') + secret('{}') },
    { name: 'a Secret that is kept elsewhere', yaml: alert() + provider('secretRef: { name: metrics }') },
    { name: 'a provider in the namespace of the Canary, whose name is left empty', yaml: alert(", namespace: ''") + provider('address: https://hooks.slack.com/services/a') },
    { name: 'a provider in the namespace that is named', yaml: alert(', namespace: flagger') + provider('address: https://hooks.slack.com/services/a', 'flagger') },
  ],
  invalid: [
    {
      name: 'a provider that is not there',
      yaml: alert(),
      findings: [
        {
          path: 'spec.analysis.alerts[0].providerRef.name',
          message: 'names AlertProvider team, which is not in the input; add AlertProvider team to shop, or correct the'
            + ' name',
        },
      ],
    },
    {
      name: 'a provider in another namespace',
      yaml: alert() + provider('address: https://hooks.slack.com/services/a', 'flagger'),
      findings: [
        {
          path: 'spec.analysis.alerts[0].providerRef.namespace',
          message: 'must be the namespace of AlertProvider team, flagger, got none, which is that of the Canary, shop;'
            + ' write namespace: flagger',
        },
      ],
    },
    {
      name: 'an address that is none',
      yaml: alert() + provider('address: hooks.slack.com/services/a'),
      findings: [
        {
          path: 'spec.address',
          message: 'must be an address with https://, got "hooks.slack.com/services/a"; write address:'
            + ' https://hooks.slack.com/services/a',
        },
      ],
    },
    {
      name: 'a Secret in another namespace',
      yaml: alert() + provider('secretRef: { name: metrics }') + secret('{ address: https://hooks.slack.com/services/a }', 'flagger'),
      findings: [
        {
          path: 'spec.secretRef.name',
          message: 'names Secret metrics, which is in namespace flagger, and is looked for in shop; add Secret metrics'
            + ' to shop',
        },
      ],
    },
    {
      name: 'a Secret without a name',
      yaml: alert() + provider("secretRef: { name: '' }"),
      findings: [
        { path: 'spec.secretRef.name', message: 'must be the name of a Secret, got nothing; write the name of one, or drop secretRef' },
      ],
    },
    {
      name: 'an empty address',
      yaml: alert() + provider("address: ''"),
      findings: [
        { path: 'spec.address', message: /^must be there, got none: nothing is sent, and nobody is told; write for example address:/ },
      ],
    },
    {
      name: 'a Secret without an address',
      yaml: alert() + provider('secretRef: { name: metrics }') + secret('{ url: https://hooks.slack.com/services/a }'),
      findings: [
        { path: 'spec.secretRef.name', message: 'needs address in Secret metrics, which has url; add address to Secret metrics' },
      ],
    },
  ],
});
