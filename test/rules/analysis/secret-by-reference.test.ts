import { secretByReference } from '../../../src/rules/analysis/secret-by-reference';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const metric = (provider: string, args = '[]') => template({ args, metrics: `[{ name: errors, failureCondition: result > 1, provider: { ${provider} } }]` });
const header = (key: string, value: string) => metric(`web: { url: http://a, headers: [{ key: ${key}, value: "${value}" }] }`, '[{ name: token, valueFrom: { secretKeyRef: { name: web, key: token } } }]');
const told = 'must come from a Secret, got a credential in plain text; write ';

testRule(secretByReference, {
  valid: [
    { name: 'a token by an argument', yaml: header('Authorization', 'Bearer {{args.token}}') },
    { name: 'a header that is no credential', yaml: header('X-Team', 'shop') },
    { name: 'the name of a Secret', yaml: template({ args: '[{ name: secret-name, value: web }]' }) },
    { name: 'an address with a name alone', yaml: metric('web: { url: "http://me@a" }') },
  ],
  invalid: [
    { name: 'a header', yaml: header('Authorization', 'Bearer abc'), findings: [{ path: 'spec.metrics[0].provider.web.headers[0].value', class: 'risky', message: `${told}"{{args.token}}", with the argument from a secretKeyRef` }] },
    {
      name: 'a secret of a client',
      yaml: metric('prometheus: { address: http://a, authentication: { oauth2: { clientSecret: hunter2 } } }'),
      findings: [{ path: 'spec.metrics[0].provider.prometheus.authentication.oauth2.clientSecret', message: `${told}"{{args.client-secret}}", with the argument from a secretKeyRef` }],
    },
    { name: 'an address with a password', yaml: metric('prometheus: { address: "http://me:hunter2@a" }'), findings: [{ path: 'spec.metrics[0].provider.prometheus.address', message: `${told}the address without a password, and a header from a secretKeyRef` }] },
    {
      name: 'an argument of the template',
      yaml: template({ args: '[{ name: api-token, value: abc }]' }),
      findings: [{ path: 'spec.args[0].value', message: `${told}{ name: api-token, valueFrom: { secretKeyRef: { name: ..., key: api-token } } }` }],
    },
    {
      name: 'an argument of the Rollout',
      yaml: rollout({ canary: '\nanalysis: { templates: [{ templateName: success-rate }], args: [{ name: password, value: abc }] }' }) + template({ args: '[{ name: password }]' }),
      findings: [{ path: 'spec.strategy.canary.analysis.args[0].value', message: `${told}it in the template as password, with valueFrom: { secretKeyRef: ... }, and drop it here` }],
    },
  ],
});
