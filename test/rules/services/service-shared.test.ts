import { serviceShared } from '../../../src/rules/services/service-shared';
import { blueGreen, rollout, service } from '../manifests';
import { testRule } from '../test-rule';

const CANARY = '\nstableService: checkout\ncanaryService: checkout-canary';
const marked = (owner: string) => service('checkout').replace('namespace: shop }', `namespace: shop, annotations: { argo-rollouts.argoproj.io/managed-by-rollouts: ${owner} } }`);

testRule(serviceShared, {
  valid: [
    { name: 'Services of its own', yaml: rollout({ canary: CANARY }) + rollout({ name: 'payment' }) },
    { name: 'Services of the same name in another namespace', yaml: rollout({ canary: CANARY }) + rollout({ name: 'payment', canary: CANARY }).replace('namespace: shop', 'namespace: bank') },
    { name: 'the same Rollout written twice, which is not for this rule', yaml: rollout({ canary: CANARY }) + rollout({ canary: CANARY }) },
    { name: 'a Service that the controller has marked', yaml: rollout({ canary: CANARY }) + marked('checkout') },
  ],
  invalid: [
    {
      name: 'two Rollouts with the same Services',
      yaml: rollout({ canary: CANARY }) + blueGreen('', { name: 'payment' }),
      findings: [{
        path: 'spec.strategy.blueGreen.activeService',
        resource: 'Rollout shop/payment',
        class: 'broken',
        message: 'must be a Service of its own, got checkout, which Rollout shop/checkout names too; write activeService: payment, and add that Service',
      }],
    },
    {
      name: 'the Service of a canary that two Rollouts name',
      yaml: rollout({ canary: '\ncanaryService: next' }) + rollout({ name: 'payment', canary: '\ncanaryService: next' }),
      findings: [{ path: 'spec.strategy.canary.canaryService', message: /; write canaryService: payment-canary, and add that Service$/ }],
    },
    {
      name: 'a Service that is marked for another Rollout',
      yaml: rollout({ canary: CANARY }) + marked('payment'),
      findings: [{
        path: 'spec.strategy.canary.stableService',
        class: 'refused',
        message: 'names Service checkout, whose annotation argo-rollouts.argoproj.io/managed-by-rollouts says that it belongs to Rollout payment; drop that annotation, which the controller writes by itself',
      }],
    },
  ],
});
