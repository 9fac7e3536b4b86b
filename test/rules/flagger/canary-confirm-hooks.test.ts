import { canaryConfirmHooks } from '../../../src/rules/flagger/canary-confirm-hooks';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const hooks = (...each: readonly string[]) => `\nwebhooks:${each.map((hook) => `\n  - { name: hook, ${hook} }`).join('')}`;

testRule(canaryConfirmHooks, {
  valid: [
    { name: 'a gate between weights', yaml: canary({ analysis: hooks('type: confirm-traffic-increase, url: http://gates.shop') }) },
    { name: 'a gate before the promotion of a blue-green', yaml: canary({ course: '\niterations: 10', analysis: hooks('type: confirm-promotion, url: http://gates.shop') }) },
    { name: 'a rollback hook without a gate before it', yaml: canary({ analysis: hooks('type: rollback, url: http://gates.shop') }) },
  ],
  invalid: [
    {
      name: 'a gate between weights that there are not',
      yaml: canary({ course: '\niterations: 10', analysis: hooks('type: confirm-traffic-increase, url: http://gates.shop') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].type',
          message: 'is asked between weights, which there are not with iterations, so that it is never asked; write'
            + ' type: confirm-promotion',
        },
      ],
    },
    {
      name: 'a gate between weights that the provider has not',
      yaml: canary({ provider: 'kubernetes', course: '\niterations: 10', analysis: hooks('type: confirm-traffic-increase, url: http://gates.shop') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].type',
          message: 'is asked between weights, which provider kubernetes has not, so that it is never asked; write type:'
            + ' confirm-promotion',
        },
      ],
    },
    {
      name: 'a gate between weights behind a hook',
      yaml: canary({ analysis: hooks('type: pre-rollout, url: http://tests.shop', 'type: confirm-traffic-increase, url: http://gates.shop') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[1].type',
          class: 'advice',
          message: 'holds the first weight too: while it is closed there, hook is called again at every interval; write'
            + ' type: rollout for what must not be called twice, or type: confirm-promotion here',
        },
      ],
    },
    {
      name: 'a rollback hook behind a gate',
      yaml: canary({ analysis: hooks('type: confirm-rollout, url: http://gates.shop', 'type: rollback, url: http://gates.shop/rollback') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[1].type',
          class: 'advice',
          message: 'is not asked while a gate of type confirm-rollout is closed, so that a release that waits there'
            + ' cannot be called off by it; drop it, or let the gate itself say no',
        },
      ],
    },
  ],
});
