import { experimentEnds } from '../../../src/rules/experiments/experiment-ends';
import { BOUNDED, experiment, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const required = 'analyses: [{ name: errors, templateName: success-rate, requiredForCompletion: true }]';
const step = (fields: string) => rollout({ steps: `[{ experiment: { templates: [{ name: a, specRef: stable }]${fields} } }]` });
const endless = '\ninterval: 1m';

testRule(experimentEnds, {
  valid: [
    { name: 'a duration', yaml: experiment() },
    { name: 'a required analysis', yaml: experiment({ spec: required }) + template({ metric: BOUNDED }) },
    { name: 'one that is to end', yaml: experiment({ spec: 'terminate: true' }) },
    { name: 'a required analysis that good answers end', yaml: experiment({ spec: required }) + template({ metric: `${endless}\nconsecutiveSuccessLimit: 2` }) },
    { name: 'an endless analysis that nothing waits for', yaml: experiment({ spec: 'duration: 30m\nanalyses: [{ name: errors, templateName: success-rate }]' }) + template({ metric: endless }) },
    { name: 'a step with a duration', yaml: step(', duration: 5m') },
  ],
  invalid: [
    {
      name: 'neither a duration nor an analysis',
      yaml: experiment({ spec: 'progressDeadlineSeconds: 60' }),
      findings: [{ path: 'spec.duration', message: 'must be given where no analysis is required, got none, so the experiment goes on until somebody ends it; write duration: 30m', class: 'risky' }],
    },
    {
      name: 'an empty duration, and an analysis that is not required',
      yaml: experiment({ spec: "duration: ''\nanalyses: [{ name: errors, templateName: success-rate }]" }) + template({ metric: BOUNDED }),
      findings: [{ path: 'spec.duration', message: /; write duration: 30m, or requiredForCompletion: true at an analysis$/ }],
    },
    {
      name: 'a step without an end',
      yaml: step(''),
      findings: [{ path: 'spec.strategy.canary.steps[0].experiment.duration', message: /got none, so this step never ends/, class: 'broken' }],
    },
    {
      name: 'a required analysis without an end, whatever the duration',
      yaml: experiment({ spec: `duration: 30m\n${required}` }) + template({ metric: endless }),
      findings: [{
        path: 'spec.metrics[0].count', message: 'is repeated without end in an analysis that Experiment shop/compare waits for; write count: 5, or drop requiredForCompletion there',
      }],
    },
  ],
});
