import { podsApart } from '../../../src/rules/workload/pods-apart';
import { adopting, deployment } from '../adopted';
import { rollout, service } from '../manifests';
import { testRule } from '../test-rule';

const named = (name: string, labels: string) => rollout({ name }).replaceAll('{ app: checkout }', labels);
const STABLE = '\nstableService: checkout';

testRule(podsApart, {
  valid: [
    { name: 'labels of its own', yaml: named('checkout', '{ app: checkout }') + named('payment', '{ app: payment }') },
    { name: 'labels that somebody has elsewhere', yaml: rollout() + deployment({ namespace: 'bank' }) },
    { name: 'the Deployment whose pods it takes over', yaml: adopting() + deployment() },
    { name: 'the same Rollout written twice, which is not for this rule', yaml: rollout() + rollout() },
    { name: 'one label more than the other', yaml: named('checkout', '{ app: checkout, part: web }') + deployment() },
    { name: 'a Service that selects the pods', yaml: rollout({ canary: STABLE }) + service('checkout') },
  ],
  invalid: [
    {
      name: 'a Deployment with the same labels',
      yaml: rollout() + deployment(),
      findings: [{
        path: 'spec.selector',
        class: 'risky',
        message: 'must select the pods of this Rollout alone, got labels that those of Deployment shop/checkout have too; add a label of its own, such as app.kubernetes.io/instance: checkout, to the selector and the pods',
      }],
    },
    {
      name: 'two Rollouts with the same labels, told once',
      yaml: rollout() + rollout({ name: 'payment' }),
      findings: [{ path: 'spec.selector', resource: 'Rollout shop/checkout', message: /those of Rollout shop\/payment have too/ }],
    },
    {
      name: 'a Service that selects nothing',
      yaml: rollout({ canary: STABLE }) + service('checkout', '{}'),
      findings: [{
        path: 'spec.strategy.canary.stableService',
        message: 'names Service checkout, which selects nothing: the controller adds the hash of a version and nothing else; write selector: { app: checkout } in it',
      }],
    },
  ],
});
