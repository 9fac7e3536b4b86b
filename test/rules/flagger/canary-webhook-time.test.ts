import { canaryWebhookTime } from '../../../src/rules/flagger/canary-webhook-time';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const hooks = (...each: readonly string[]) => `\nwebhooks:${each.map((hook) => `\n  - { name: hook, ${hook} }`).join('')}`;

testRule(canaryWebhookTime, {
  valid: [
    { name: 'less than the interval', yaml: canary({ analysis: hooks('url: http://tests.shop, timeout: 30s') }) },
    { name: 'a hook that is called once', yaml: canary({ analysis: hooks('type: pre-rollout, url: http://tests.shop, timeout: 10m') }) },
    { name: 'an interval that is as short as it can be', yaml: canary({ analysis: hooks('url: http://tests.shop') }).replace('interval: 1m', 'interval: 5s') },
  ],
  invalid: [
    {
      name: 'more than the interval',
      yaml: canary({ analysis: hooks('url: http://tests.shop, timeout: 2m') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].timeout',
          message: 'lets the webhooks of an interval of 1m take 2m; write interval: 2m at analysis, or less here',
        },
      ],
    },
    {
      name: 'more than the interval together',
      yaml: canary({ analysis: hooks('url: http://tests.shop, timeout: 40s', 'type: rollout, url: http://tests.shop, timeout: 30s') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].timeout',
          message: 'lets the webhooks of an interval of 1m take 1m10s; write interval: 2m at analysis, or less here',
        },
      ],
    },
    {
      name: 'retries, with waits between them',
      yaml: canary({ analysis: hooks('url: http://tests.shop, timeout: 10s, retries: 5') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].retries',
          message: 'lets the webhooks of an interval of 1m take 1m31s; write interval: 2m at analysis, or less here',
        },
      ],
    },
  ],
});
