import { canaryPrimarySelected } from '../../../src/rules/flagger/canary-primary-selected';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const both = canary() + workload({ labels: '{ app: checkout, tier: front }' });
const object = (apiVersion: string, kind: string, spec: string, name = 'other', metadata = '') => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name}, namespace: shop${metadata} }
spec: ${spec}
`;
const budget = (selector: string) => object('policy/v1', 'PodDisruptionBudget', `{ maxUnavailable: 1, selector: ${selector} }`);
const service = (name: string, metadata?: string) => object('v1', 'Service', '{ selector: { app: checkout }, ports: [{ port: 80 }] }', name, metadata);

testRule(canaryPrimarySelected, {
  valid: [
    { name: 'the pods of the primary', yaml: both + budget('{ matchLabels: { app: checkout-primary } }') },
    { name: 'a label that both have', yaml: both + budget('{ matchLabels: { tier: front } }') },
    { name: 'both values', yaml: both + budget('{ matchExpressions: [{ key: app, operator: In, values: [checkout, checkout-primary] }] }') },
    { name: 'all pods', yaml: both + object('networking.k8s.io/v1', 'NetworkPolicy', '{ podSelector: {} }') },
    { name: 'the Services of Flagger', yaml: both + service('checkout') + service('checkout-canary') + service('checkout-primary') },
    { name: 'what Flagger has made', yaml: both + service('other', ', ownerReferences: [{ apiVersion: flagger.app/v1beta1, kind: Canary, name: checkout, uid: a }]') },
    { name: 'something without a Canary', yaml: workload() + budget('{ matchLabels: { app: checkout } }') },
  ],
  invalid: [
    {
      name: 'a budget for the canary alone',
      yaml: both + budget('{ matchLabels: { app: checkout } }'),
      findings: [
        {
          path: 'spec.selector.matchLabels.app',
          message: 'selects the pods of Deployment shop/checkout, and not those of its primary under Canary shop/checkout, which have app: checkout-primary; write app: checkout-primary',
          class: 'risky',
          resource: 'PodDisruptionBudget shop/other',
        },
      ],
    },
    {
      name: 'a Service for the canary alone',
      yaml: both + service('metrics'),
      findings: [
        { path: 'spec.selector.app', message: /^selects the pods of Deployment shop.checkout.*write app: checkout-primary$/ },
      ],
    },
    {
      name: 'a policy for the canary alone',
      yaml: both + object('networking.k8s.io/v1', 'NetworkPolicy', '{ podSelector: { matchLabels: { app: checkout } } }'),
      findings: [
        { path: 'spec.podSelector.matchLabels.app', message: /write app: checkout-primary/ },
      ],
    },
    {
      name: 'a list without the primary',
      yaml: both + budget('{ matchExpressions: [{ key: app, operator: In, values: [checkout] }] }'),
      findings: [
        { path: 'spec.selector', message: /; write app: checkout-primary below matchLabels$/ },
      ],
    },
  ],
});
