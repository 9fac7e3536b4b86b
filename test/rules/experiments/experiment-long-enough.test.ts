import { experimentLongEnough } from '../../../src/rules/experiments/experiment-long-enough';
import { BOUNDED, experiment, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (duration: string, isRequired = true) => experiment({
  spec: `duration: ${duration}\nanalyses: [{ name: errors, templateName: success-rate, requiredForCompletion: ${isRequired} }]`,
});
const counted = '\ninterval: 1m\ncount: 10\ninitialDelay: 2m';

testRule(experimentLongEnough, {
  valid: [
    { name: 'time for every measurement', yaml: asked('12m') + template({ metric: counted }) },
    { name: 'time for the good answers in a row', yaml: asked('5m') + template({ metric: BOUNDED }) },
    { name: 'an analysis that is cut short after some answers', yaml: asked('5m', false) + template({ metric: counted }) },
    { name: 'one measurement', yaml: asked('5m') + template({ metric: '\nfailureLimit: 0' }) },
    { name: 'a duration that cannot be read', yaml: asked('half an hour') + template({ metric: counted }) },
  ],
  invalid: [
    {
      name: 'a required analysis that needs longer',
      yaml: asked('10m') + template({ metric: counted }),
      findings: [{
        path: 'spec.duration', message: 'must be longer than 11m, which success-rate of errors needs at least, got 10m; write duration: 22m, or shorten the metric', resource: 'Experiment shop/compare',
      }],
    },
    {
      name: 'an analysis that begins when it is over',
      yaml: asked('2m', false) + template({ metric: counted }),
      findings: [{ path: 'spec.duration', message: /^must be longer than 2m, after which success-rate of errors is asked for the first time, got 2m: nothing would be measured/ }],
    },
    {
      name: 'the same in a step',
      yaml: rollout({
        steps: '[{ experiment: { duration: 5m, templates: [{ name: a, specRef: stable }], analyses: [{ name: errors, templateName: success-rate, requiredForCompletion: true }] } }]',
      }) + template({ metric: counted }),
      findings: [{ path: 'spec.strategy.canary.steps[0].experiment.duration', message: /must be longer than 11m/ }],
    },
  ],
});
