import { canarySelector } from '../../../src/rules/flagger/canary-selector';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const name = (value: string, more = '') => `{ app.kubernetes.io/name: ${value}${more} }`;

testRule(canarySelector, {
  valid: [
    { name: 'a label that Flagger knows', yaml: canary() + workload() },
    { name: 'each of them', yaml: canary() + workload({ labels: name('checkout', ', name: x') }) },
    { name: 'other pods with another value', yaml: canary() + workload() + workload({ name: 'worker', labels: '{ app: worker }' }) },
    { name: 'other pods of another namespace', yaml: canary() + workload() + workload({ name: 'worker', namespace: 'other' }) },
    { name: 'the primary, as Flagger has made it', yaml: canary() + workload() + workload({ name: 'checkout-primary', labels: '{ app: checkout-primary }' }) },
    { name: 'a Deployment without a Canary', yaml: workload({ labels: '{ k8s-app: checkout }' }) },
  ],
  invalid: [
    {
      name: 'none of the labels',
      yaml: canary() + workload({ labels: '{ k8s-app: checkout }' }),
      findings: [
        {
          path: 'spec.selector.matchLabels.app',
          message: 'must be there, or another of app, name and app.kubernetes.io/name, got k8s-app; write app: checkout, and the same in the labels of the pods; or start Flagger with -selector-labels=k8s-app',
          class: 'broken',
          resource: 'Deployment shop/checkout',
        },
      ],
    },
    {
      name: 'expressions alone',
      yaml: canary() + workload({ selector: '{ matchExpressions: [{ key: app, operator: In, values: [checkout] }] }' }),
      findings: [
        {
          path: 'spec.selector.matchLabels.app',
          message: 'must be there, or another of app, name and app.kubernetes.io/name, got none; write app: checkout, and the same in the labels of the pods',
        },
      ],
    },
    {
      name: 'a label that other pods have too',
      yaml: canary() + workload({ labels: name('shop') }) + workload({ name: 'worker', labels: name('shop', ', tier: back') }),
      findings: [
        {
          path: 'spec.selector.matchLabels["app.kubernetes.io/name"]',
          message: 'must be a label of these pods alone, got app.kubernetes.io/name: shop, by which the Services of Canary shop/checkout select those of Deployment shop/worker too; write app.kubernetes.io/name: checkout, and the same in the labels of the pods',
          class: 'broken',
          resource: 'Deployment shop/checkout',
        },
      ],
    },
    {
      name: 'other pods with the label of this one',
      yaml: canary() + workload() + workload({ name: 'worker' }),
      findings: [
        { path: 'spec.selector.matchLabels.app', message: /; write app: worker in the selector and the pods of Deployment shop.worker/ },
      ],
    },
    {
      name: 'other pods with the label of the primary',
      yaml: canary() + workload() + workload({ name: 'worker', labels: '{ app: checkout-primary }' }),
      findings: [
        { path: 'spec.selector.matchLabels.app', message: /select those of Deployment shop.worker too/ },
      ],
    },
  ],
});
