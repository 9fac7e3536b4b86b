import { canarySpread } from '../../../src/rules/flagger/canary-spread';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const POD = `
containers: [{ name: main, image: 'registry.example/checkout:1.0.0' }]`;
const spread = (selector: string) => `${POD}
topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: ${selector} }]`;
const apart = (selector: string) => `${POD}
affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: { topologyKey: zone, labelSelector: ${selector} } }] } }`;
const ofApp = '{ matchLabels: { app: checkout } }';
const ofShop = '{ matchLabels: { app: shop } }';
const shop = '{ app: shop, tier: front }';

testRule(canarySpread, {
  valid: [
    { name: 'no rule', yaml: canary() + workload() },
    { name: 'the name of the Deployment', yaml: canary() + workload({ pod: spread(ofApp) }) },
    { name: 'the name of the Deployment in a list', yaml: canary() + workload({ pod: apart('{ matchExpressions: [{ key: app, operator: In, values: [checkout] }] }') }) },
    { name: 'a label that stays', yaml: canary() + workload({ labels: shop, pod: spread('{ matchLabels: { tier: front } }') }) },
    { name: 'other pods', yaml: canary() + workload({ pod: apart('{ matchLabels: { app: payment } }') }) },
    { name: 'a Deployment without a Canary', yaml: workload({ labels: shop, pod: spread(ofShop) }) },
  ],
  invalid: [
    {
      name: 'another value than the name',
      yaml: canary() + workload({ labels: shop, pod: spread(ofShop) }),
      findings: [
        {
          path: 'spec.template.spec.topologySpreadConstraints[0].labelSelector',
          message: 'must select the pods of the primary too, which have app: shop-primary, got app: shop; write labelSelector: { matchLabels: { tier: front } }, a label that Flagger leaves as it is',
          class: 'risky',
          resource: 'Deployment shop/checkout',
        },
      ],
    },
    {
      name: 'rules to keep apart',
      yaml: canary() + workload({ labels: shop, pod: apart(ofShop) }),
      findings: [
        {
          path: 'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector',
          message: /app: shop-primary/,
        },
      ],
    },
    {
      name: 'pods without another label',
      yaml: canary() + workload({ labels: '{ app: shop }', pod: spread(ofShop) }),
      findings: [
        { path: 'spec.template.spec.topologySpreadConstraints[0].labelSelector', message: /; give the pods one more label/ },
      ],
    },
    {
      name: 'a label that is changed in the rule and not in the pods',
      yaml: canary() + workload({ labels: '{ app: shop, name: checkout }', pod: spread('{ matchLabels: { name: checkout } }') }),
      findings: [
        { path: 'spec.template.spec.topologySpreadConstraints[0].labelSelector', message: /got name: checkout/ },
      ],
    },
    {
      name: 'a DaemonSet',
      yaml: canary({ target: '{ apiVersion: apps/v1, kind: DaemonSet, name: checkout }' }) + workload({ kind: 'DaemonSet', pod: spread(ofApp) }),
      findings: [
        { path: 'spec.template.spec.topologySpreadConstraints[0].labelSelector', message: /app: checkout-primary/ },
      ],
    },
  ],
});
