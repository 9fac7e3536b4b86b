import { backgroundBegins } from '../../../src/rules/analysis/background-begins';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const ARGS = 'args: [{ name: hash, valueFrom: { podTemplateHashValue: Latest } }]';
const run = (start: string, steps?: string) => rollout({ canary: `\nanalysis: { templates: [{ templateName: success-rate }], ${ARGS}${start} }`, steps });
const asked = (metric: string) => template({ args: '[{ name: hash }]', query: 'up{rollouts_pod_template_hash="{{args.hash}}"}', metric });
const CARELESS = '\nfailureCondition: result[0] > 1\ninterval: 1m';

testRule(backgroundBegins, {
  valid: [
    { name: 'a start after the first weight', yaml: run(', startingStep: 1') + asked(CARELESS) },
    { name: 'a metric to which silence is nothing', yaml: run('') + asked('\nfailureCondition: len(result) > 0 && result[0] > 1\ninterval: 1m') },
    { name: 'a metric that waits', yaml: run('') + asked(`${CARELESS}\ninitialDelay: 2m`) },
    { name: 'a first weight of nothing', yaml: run('', '[{ setWeight: 0 }, { pause: {} }]') + asked(CARELESS) },
  ],
  invalid: [
    {
      name: 'a start before there is a canary',
      yaml: run('') + asked(CARELESS),
      findings: [{
        path: 'spec.strategy.canary.analysis.startingStep',
        class: 'risky',
        message: 'must be 1, got none, which is 0: the analysis starts before the first weight has given the canary a pod, and success-rate is an error without data; write startingStep: 1',
      }],
    },
    { name: 'the same, written out', yaml: run(', startingStep: 0') + asked('\nsuccessCondition: len(result) > 0 && result[0] < 1\ninterval: 1m'), findings: [{ path: 'spec.strategy.canary.analysis.startingStep', message: /got 0: .* is failed without data/ }] },
    {
      name: 'no steps',
      yaml: run('', '[]') + asked(CARELESS),
      findings: [{ path: 'spec.strategy.canary.analysis', class: 'broken', message: /^must have steps to go on beside, got none: the new version is promoted as soon as its pods are there/ }],
    },
  ],
});
