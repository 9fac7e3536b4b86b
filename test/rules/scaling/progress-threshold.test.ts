import { progressThreshold } from '../../../src/rules/scaling/progress-threshold';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const waiting = (type: string, value: number, more = '') => rollout({ canary: `\nreplicaProgressThreshold: { type: ${type}, value: ${value} }${more}` });
const path = 'spec.strategy.canary.replicaProgressThreshold';

testRule(progressThreshold, {
  valid: [
    { name: 'a percentage', yaml: waiting('Percent', 80) },
    { name: 'as many pods as the first weight starts', yaml: waiting('Pods', 1) },
    { name: 'as many as there are at least behind a router', yaml: waiting('Pods', 3, '\nminPodsPerReplicaSet: 3\ntrafficRouting: { nginx: { stableIngress: a } }') },
    { name: 'pods where nobody knows how many there are', yaml: rollout({ replicas: null, canary: '\nreplicaProgressThreshold: { type: Pods, value: 9 }' }) },
  ],
  invalid: [
    {
      name: 'a type that is none',
      yaml: waiting('Percentage', 1),
      findings: [{ path: `${path}.type`, message: 'must be Percent or Pods, got "Percentage", which is taken for Pods; write type: Percent' }],
    },
    {
      name: 'nothing to wait for, and more than all',
      yaml: `${waiting('Pods', 0)}${rollout({ name: 'other', canary: '\nreplicaProgressThreshold: { type: Percent, value: 101 }' })}`,
      findings: [
        { path: `${path}.value`, message: 'must be a whole number of at least 1, got 0; write value: 1' },
        { path: `${path}.value`, message: 'must be a whole number from 1 to 100, got 101; write value: 80' },
      ],
    },
    {
      name: 'pods that the first step does not start',
      yaml: waiting('Pods', 3),
      findings: [{ path: `${path}.value`, message: 'must not exceed the 1 pod that the first weight 20 starts, got 3; write value: 1, or type: Percent', class: 'broken' }],
    },
  ],
});
