import { serviceSelector } from '../../../src/rules/services/service-selector';
import { adopting, deployment } from '../adopted';
import { rollout, service } from '../manifests';
import { testRule } from '../test-rule';

const stable = rollout({ canary: '\nstableService: checkout' });
const path = 'spec.strategy.canary.stableService';

testRule(serviceSelector, {
  valid: [
    { name: 'a Service that selects the pods', yaml: stable + service('checkout') },
    { name: 'expressions that hold of the pods', yaml: rollout().replace('matchLabels: { app: checkout }', 'matchExpressions: [{ key: app, operator: In, values: [checkout] }, { key: tier, operator: NotIn, values: [web] }, { key: app, operator: Exists }]') },
    { name: 'the hash that the controller adds', yaml: stable + service('checkout', '{ app: checkout, rollouts-pod-template-hash: abc }') },
    {
      name: 'a label that pods get with their role',
      yaml: rollout({ canary: '\nstableService: checkout\nstableMetadata: { labels: { role: stable } }' }) + service('checkout', '{ app: checkout, role: stable }'),
    },
    { name: 'a label that is not known yet', yaml: stable.replace('labels: { app: checkout }', 'labels: { app: { later: true } }') + service('checkout') },
    {
      name: 'a template that a Deployment lends',
      yaml: `${stable.replace(/ {2}selector:.*\n {2}template:[\s\S]*? {2}strategy/, '  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }\n  strategy')}${service('checkout')}---
apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec: { selector: { matchLabels: { app: checkout } }, template: { metadata: { labels: { app: checkout } } } }
`,
    },
  ],
  invalid: [
    {
      name: 'a Service that asks for another label value',
      yaml: stable + service('checkout', '{ app: payment }'),
      findings: [{ path, message: 'names Service checkout, whose selector wants app: payment, and the pods have "checkout"; write app: checkout in the Service\'s selector' }],
    },
    {
      name: 'a Service that asks for a label too many',
      yaml: stable + service('checkout', '{ app: checkout, tier: web }'),
      findings: [{ path, message: /wants tier: web, and the pods have no such label; label the pod template tier: web/ }],
    },
    {
      name: 'a Rollout that asks its pods for more than they have',
      yaml: rollout().replace('matchLabels: { app: checkout }', 'matchExpressions: [{ key: app, operator: In, values: [payment, shop] }, { key: tier, operator: DoesNotExist }, { key: app, operator: DoesNotExist }]'),
      findings: [
        { path: 'spec.selector.matchExpressions[0]', message: 'must hold of the pods, which have app: "checkout", got app In ["payment", "shop"]; write values: [checkout]', class: 'refused' },
        { path: 'spec.selector.matchExpressions[2]', message: 'must hold of the pods, which have app: "checkout", got app DoesNotExist; write what the labels of the pod template are' },
      ],
    },
    {
      name: 'a Rollout that selects other pods',
      yaml: rollout().replace('matchLabels: { app: checkout }', 'matchLabels: { app: payment }'),
      findings: [{ path: 'spec.template.metadata.labels.app', message: /must match the selector, which wants app: payment, got "checkout"; write app: payment/ }],
    },
    {
      name: 'a Rollout that selects other pods than those it adopts',
      yaml: adopting({ fields: 'selector: { matchLabels: { app: payment, tier: web } }' }) + deployment(),
      findings: [
        { path: 'spec.selector.matchLabels.app', message: 'must match the pods of Deployment shop/checkout, which have "checkout", got "payment"; write app: checkout' },
        { path: 'spec.selector.matchLabels.tier', message: /which have no such label, got "web"; write the matchLabels of its selector$/ },
      ],
    },
    {
      name: 'an empty selector',
      yaml: rollout().replace('selector: { matchLabels: { app: checkout } }', 'selector: {}'),
      findings: [{ path: 'spec.selector', message: 'must select something, got an empty selector; write selector: { matchLabels: { app: checkout } }' }],
    },
    {
      name: 'no selector',
      yaml: rollout().replace('selector: { matchLabels: { app: checkout } }', ''),
      findings: [{ path: 'spec.selector', message: /must select the pods, got no selector/ }],
    },
  ],
});
