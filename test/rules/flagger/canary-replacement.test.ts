import { canaryReplacement } from '../../../src/rules/flagger/canary-replacement';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const ofDaemons = canary({ target: '{ apiVersion: apps/v1, kind: DaemonSet, name: checkout }' });

testRule(canaryReplacement, {
  valid: [
    { name: 'what is said by nobody', yaml: canary() + workload() },
    { name: 'a DaemonSet', yaml: ofDaemons + workload({ kind: 'DaemonSet', spec: '\nupdateStrategy: { type: RollingUpdate }' }) },
    { name: 'a Deployment without a Canary', yaml: workload({ spec: '\nstrategy: { type: Recreate }' }) },
  ],
  invalid: [
    {
      name: 'a DaemonSet that waits',
      yaml: ofDaemons + workload({ kind: 'DaemonSet', spec: '\nupdateStrategy: { type: OnDelete }' }),
      findings: [
        {
          path: 'spec.updateStrategy.type',
          message: 'must be RollingUpdate under Canary shop/checkout, got "OnDelete"; write type: RollingUpdate',
          class: 'broken',
          resource: 'DaemonSet shop/checkout',
        },
      ],
    },
    {
      name: 'a Deployment that takes all away first',
      yaml: canary() + workload({ spec: '\nstrategy: { type: Recreate }' }),
      findings: [
        {
          path: 'spec.strategy.type',
          message: 'must be RollingUpdate under Canary shop/checkout, got "Recreate": at each promotion the primary has no pod for a while; write type: RollingUpdate',
          class: 'risky',
        },
      ],
    },
  ],
});
