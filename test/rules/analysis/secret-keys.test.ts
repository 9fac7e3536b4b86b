import { secretKeys } from '../../../src/rules/analysis/secret-keys';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const secret = (name: string, keys: string, namespace = 'shop') => `---
apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: ${namespace} }
stringData: ${keys}
`;
const run = rollout({ canary: '\nanalysis: { templates: [{ templateName: success-rate }] }' });
const asked = (reference: string) => run + template({ args: `[{ name: token, valueFrom: { secretKeyRef: ${reference} } }]` });
const metric = (provider: string) => run + template({ metrics: `[{ name: errors, failureCondition: result > 1, provider: { ${provider} } }]` });
const path = 'spec.args[0].valueFrom.secretKeyRef';

testRule(secretKeys, {
  valid: [
    { name: 'a key that is there', yaml: asked('{ name: web, key: token }') + secret('web', '{ token: hunter2 }') },
    { name: 'a Secret of somebody else', yaml: asked('{ name: web, key: token }') },
    { name: 'a Secret that is filled later', yaml: asked('{ name: web, key: token }') + secret('web', '{}') },
    { name: 'another Secret of that name', yaml: asked('{ name: web, key: token }') + secret('web', '{ other: a }', 'elsewhere') },
    { name: 'credentials of the controller', yaml: metric('newRelic: { query: a }') + secret('newrelic', '{ personal-api-key: a, account-id: b }', 'argo-rollouts') },
  ],
  invalid: [
    {
      name: 'a key that is not there, and no value is told',
      yaml: asked('{ name: web, key: tokn }') + secret('web', '{ token: hunter2 }'),
      findings: [{ path: `${path}.key`, class: 'broken', message: 'must be a key of Secret shop/web, which has token, got tokn; write key: token' }],
    },
    { name: 'no key', yaml: asked('{ name: web }'), findings: [{ path: `${path}.key`, class: 'refused', message: 'must say which key of it has the value of token, got none; write the key of the value' }] },
    {
      name: 'credentials that lack one',
      yaml: metric('datadog: { query: a, secretRef: { name: dd, namespaced: true } }') + secret('dd', '{ api-key: a }'),
      findings: [{ path: 'spec.metrics[0].provider.datadog.secretRef.name', message: 'needs api-key and app-key in Secret dd, and there is no app-key in it; add app-key to Secret dd' }],
    },
    {
      name: 'no token for an address',
      yaml: metric('wavefront: { address: a.wavefront.com, query: a }') + secret('wavefront-api-tokens', '{ b.wavefront.com: c }', 'argo-rollouts'),
      findings: [{ path: 'spec.metrics[0].provider.wavefront.address', message: /^needs a\.wavefront\.com in Secret wavefront-api-tokens/ }],
    },
    {
      name: 'a profile without an organisation',
      yaml: metric('influxdb: { profile: mine, query: a }') + secret('mine', '{ address: a, authToken: b }', 'argo-rollouts'),
      findings: [{ path: 'spec.metrics[0].provider.influxdb.profile', message: /there is no org in it/ }],
    },
  ],
});
