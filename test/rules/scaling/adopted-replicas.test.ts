import { adoptedReplicas } from '../../../src/rules/scaling/adopted-replicas';
import { adopting, deployment } from '../adopted';
import { testRule } from '../test-rule';

const told = { path: 'spec.replicas', resource: 'Deployment shop/checkout' } as const;

testRule(adoptedReplicas, {
  valid: [
    { name: 'a Deployment that has handed over', yaml: adopting({ scaleDown: 'never' }) + deployment({ replicas: 0 }) },
    { name: 'one that nothing scales, and whose number is not written', yaml: adopting() + deployment({ replicas: null }) },
    { name: 'a Deployment that nobody adopts', yaml: deployment() },
    { name: 'one that is not in the input', yaml: adopting({ scaleDown: 'progressively' }) },
  ],
  invalid: [
    {
      name: 'a number that each apply puts back',
      yaml: adopting({ scaleDown: 'progressively' }) + deployment(),
      findings: [{
        ...told,
        message: /^is right for the first apply alone, got 5: every later one brings 5 pods back that the hand-over took away; apply it once, and when Deployment checkout is at 0, write replicas: 0 here and scaleDown: never in Rollout shop\/checkout; for Argo CD, /,
        class: 'risky',
      }],
    },
    {
      name: 'nothing to hand over',
      yaml: adopting({ scaleDown: 'onsuccess' }) + deployment({ replicas: 0 }),
      findings: [{ ...told, message: /^must be the number it has until the Rollout has taken over, got 0: .*; if it is at 0 already, keep it and write scaleDown: never in Rollout shop\/checkout$/ }],
    },
    {
      name: 'a number that is left out while it hands over',
      yaml: adopting({ scaleDown: 'progressively' }) + deployment({ replicas: null }),
      findings: [{ ...told, message: /^is left out: if the last apply had a number, this one makes it 1 /, class: 'advice' }],
    },
    {
      name: 'pods of its own beside those of the Rollout',
      yaml: adopting({ scaleDown: 'never' }) + deployment({ replicas: 1 }),
      findings: [{
        ...told,
        message: 'gives it 1 pod beside those of Rollout shop/checkout, which change version all at once, past every step and gate; write scaleDown: progressively in Rollout shop/checkout; if it has taken over already, write 0 here',
        class: 'risky',
      }],
    },
  ],
});
