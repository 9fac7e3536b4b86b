import { experimentApart } from '../../../src/rules/experiments/experiment-apart';
import { deployment } from '../adopted';
import { experiment, rollout, service } from '../manifests';
import { testRule } from '../test-rule';

const labels = '{ app: checkout, version: next }';
const shop = service('checkout', '{ app: checkout }');

testRule(experimentApart, {
  valid: [
    { name: 'labels of its own', yaml: experiment() + shop },
    { name: 'a Service of another namespace', yaml: experiment({ labels }) + service('checkout', '{ app: checkout }', 'other') },
    { name: 'a Service that wants more', yaml: experiment({ labels }) + service('checkout', '{ app: checkout, tier: web }') },
    { name: 'a Service that a rollout narrows to its own pods', yaml: experiment({ labels }) + shop + rollout({ canary: '\ncanaryService: checkout' }) },
    { name: 'a Service of its own', yaml: experiment({ labels }) + shop },
    { name: 'a Service whose other pods are those of another namespace', yaml: experiment({ labels }) + shop + deployment({ namespace: 'bank' }) },
    { name: 'a Service without a selector', yaml: experiment({ labels }) + service('checkout', '{}') },
  ],
  invalid: [{
    name: 'the labels of a Rollout',
    yaml: experiment({ labels }) + shop + rollout(),
    findings: [{ path: 'spec.templates[1].template.metadata.labels', message: /^has all that Service shop\/checkout selects/ }],
  }, {
    name: 'the labels of a Deployment',
    yaml: experiment({ labels }) + shop + deployment(),
    findings: [{
      path: 'spec.templates[1].template.metadata.labels',
      message: 'has all that Service shop/checkout selects, so these pods get a share of its requests; write for example app: checkout-canary, in the selector too, or drop the label',
      class: 'risky',
    }],
  }],
});
