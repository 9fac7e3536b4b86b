import { progressDeadline } from '../../../src/rules/workload/progress-deadline';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const timed = (fields: string) => rollout().replace('spec:\n', `spec:\n  ${fields}\n`);

testRule(progressDeadline, {
  valid: [
    { name: 'a deadline behind the time that a pod has to be ready', yaml: timed('minReadySeconds: 30\n  progressDeadlineSeconds: 31') },
    { name: 'nothing said', yaml: rollout() },
  ],
  invalid: [
    {
      name: 'a deadline that passes before a pod counts',
      yaml: timed('minReadySeconds: 30\n  progressDeadlineSeconds: 30'),
      findings: [{ path: 'spec.progressDeadlineSeconds', message: 'must exceed minReadySeconds, 30, got 30; write progressDeadlineSeconds: 630', class: 'refused' }],
    },
    {
      name: 'the deadline where none is written',
      yaml: timed('minReadySeconds: 900'),
      findings: [{ path: 'spec.progressDeadlineSeconds', message: 'must exceed minReadySeconds, 900, got 600, which is what it is where nothing is written; write progressDeadlineSeconds: 1500' }],
    },
    {
      name: 'times below nothing',
      yaml: timed('minReadySeconds: -1\n  progressDeadlineSeconds: 0'),
      findings: [
        { path: 'spec.minReadySeconds', message: 'must not be negative, got -1; drop it' },
        { path: 'spec.progressDeadlineSeconds', message: 'must exceed minReadySeconds, -1, got 0; write progressDeadlineSeconds: 600' },
      ],
    },
  ],
});
