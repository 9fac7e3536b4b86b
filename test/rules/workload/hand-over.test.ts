import { handOver } from '../../../src/rules/workload/hand-over';
import { adopting, deployment } from '../adopted';
import { testRule } from '../test-rule';

const scaleDown = 'spec.workloadRef.scaleDown';

testRule(handOver, {
  valid: [
    { name: 'a hand-over to as many pods', yaml: adopting({ scaleDown: 'progressively' }) + deployment() },
    { name: 'a hand-over to more pods', yaml: adopting({ scaleDown: 'onsuccess', replicas: 8 }) + deployment() },
    { name: 'no hand-over, to fewer pods', yaml: adopting({ scaleDown: 'never', replicas: 2 }) + deployment() },
    { name: 'no word, which is never', yaml: adopting({ replicas: 2 }) + deployment() },
    { name: 'a Deployment whose number is not written', yaml: adopting({ scaleDown: 'progressively', replicas: 2 }) + deployment({ replicas: null }) },
    { name: 'two Rollouts whose workload is not in the input', yaml: adopting() + adopting({ name: 'till' }) },
  ],
  invalid: [
    {
      name: 'a word in another spelling',
      yaml: adopting({ scaleDown: 'onSuccess' }) + deployment(),
      findings: [{
        path: scaleDown,
        message: 'must be never, onsuccess, progressively, got "onSuccess", which the controller takes for never: both sets of pods stay; write scaleDown: onsuccess',
        class: 'broken',
      }],
    },
    {
      name: 'a hand-over of a ReplicaSet',
      yaml: adopting({ reference: 'apiVersion: apps/v1, kind: ReplicaSet, name: checkout', scaleDown: 'progressively' }),
      findings: [{
        path: scaleDown,
        message: 'must be never for a ReplicaSet: the controller scales nothing but Deployments, and looks for Deployment checkout; drop it, and scale the ReplicaSet to 0 when the Rollout is healthy',
      }],
    },
    {
      name: 'no number of pods',
      yaml: adopting({ scaleDown: 'progressively', replicas: null }) + deployment(),
      findings: [{
        path: 'spec.replicas',
        message: 'must be given as long as Deployment checkout hands over, got nothing, which is 1: its pods go as soon as that one is ready; write replicas: 5, as many as it has',
        class: 'broken',
      }],
    },
    {
      name: 'fewer pods than there were',
      yaml: adopting({ scaleDown: 'progressively', replicas: 3 }) + deployment(),
      findings: [{
        path: 'spec.replicas',
        message: 'must be at least 5, as many as Deployment checkout has, got 3: with the first pod that is ready it goes down to 2; write replicas: 5, and lower it after the hand-over',
        class: 'risky',
      }],
    },
    {
      name: 'two Rollouts that adopt one Deployment',
      yaml: adopting() + adopting({ name: 'till' }) + deployment(),
      findings: [{
        path: 'spec.workloadRef.name',
        resource: 'Rollout shop/till',
        message: /^must be a Deployment of its own, and Rollout shop\/checkout takes checkout over already: /,
        class: 'broken',
      }],
    },
  ],
});
