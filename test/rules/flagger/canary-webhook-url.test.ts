import { canaryWebhookUrl } from '../../../src/rules/flagger/canary-webhook-url';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const hooks = (...each: readonly string[]) => `\nwebhooks:${each.map((hook) => `\n  - { name: hook, ${hook} }`).join('')}`;

testRule(canaryWebhookUrl, {
  valid: [
    { name: 'an address and a timeout', yaml: canary({ analysis: hooks('url: http://tests.shop/smoke, timeout: 30s') }) },
    { name: 'no timeout', yaml: canary({ analysis: hooks('url: https://tests.example.com') }) },
  ],
  invalid: [
    {
      name: 'an address without a scheme',
      yaml: canary({ analysis: hooks('url: tests.shop/smoke') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].url',
          message: 'must be an address with http:// or https://, got "tests.shop/smoke"; write url:'
            + ' http://tests.shop/smoke',
        },
      ],
    },
    {
      name: 'an address of another kind',
      yaml: canary({ analysis: hooks('url: "ftp://tests.shop"') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].url',
          message: 'must be an address with http:// or https://, got "ftp://tests.shop"; write url: http://tests.shop',
        },
      ],
    },
    {
      name: 'something that is none',
      yaml: canary({ analysis: hooks('url: "http://"') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].url',
          message: 'must be an address with http:// or https://, got "http://"; write for example url:'
            + ' http://flagger-loadtester.test/',
        },
      ],
    },
    {
      name: 'a timeout with a word',
      yaml: canary({ analysis: hooks('url: http://tests.shop, timeout: 10sec') }),
      findings: [
        { path: 'spec.analysis.webhooks[0].timeout', message: 'must be a duration such as 30s, got "10sec"; write timeout: 10s' },
      ],
    },
    {
      name: 'a timeout without a second unit',
      yaml: canary({ analysis: hooks('url: http://tests.shop, timeout: 1m30') }),
      findings: [
        { path: 'spec.analysis.webhooks[0].timeout', message: 'must be a duration such as 30s, got "1m30"; write timeout: 1m' },
      ],
    },
  ],
});
