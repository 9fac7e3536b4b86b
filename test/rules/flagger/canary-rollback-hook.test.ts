import { canaryRollbackHook } from '../../../src/rules/flagger/canary-rollback-hook';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const hooks = (...each: readonly string[]) => `\nwebhooks:${each.map((hook) => `\n  - { name: hook, ${hook} }`).join('')}`;

testRule(canaryRollbackHook, {
  valid: [
    { name: 'the answer of somebody', yaml: canary({ analysis: hooks('type: rollback, url: http://gates.shop/rollback') }) },
    { name: 'the place of the load tester for it', yaml: canary({ analysis: hooks('type: rollback, url: http://flagger-loadtester.test/rollback/check') }) },
    { name: 'a load test', yaml: canary({ analysis: hooks('type: rollout, url: http://flagger-loadtester.test/') }) },
  ],
  invalid: [
    {
      name: 'the load tester itself',
      yaml: canary({ analysis: hooks('type: rollback, url: http://flagger-loadtester.test/') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].url',
          message: 'must ask whether to roll back, got http://flagger-loadtester.test/, which the load tester answers'
            + ' well each time; write url: http://flagger-loadtester.test/rollback/check',
        },
      ],
    },
    {
      name: 'the gate that is always open',
      yaml: canary({ analysis: hooks('type: rollback, url: http://flagger-loadtester.test/gate/approve') }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].url',
          message: 'must ask whether to roll back, got http://flagger-loadtester.test/gate/approve, which the load'
            + ' tester answers well each time; write url: http://flagger-loadtester.test/rollback/check',
        },
      ],
    },
  ],
});
