import { canaryBlueGreenLoad } from '../../../src/rules/flagger/canary-blue-green-load';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const iterations = '\niterations: 10';
const hook = (type: string) => `
webhooks:
  - { name: load-test, url: 'http://loadtester/'${type} }`;

testRule(canaryBlueGreenLoad, {
  valid: [
    { name: 'weights', yaml: canary() },
    { name: 'requests that are mirrored', yaml: canary({ course: iterations, analysis: '\nmirror: true' }) },
    { name: 'a load test', yaml: canary({ course: iterations, analysis: hook('') }) },
    { name: 'an audience', yaml: canary({ course: iterations, analysis: '\nmatch: [{ headers: { x-tester: { exact: me } } }]' }) },
    { name: 'a metric of its own', yaml: canary({ course: iterations }).replace('name: request-success-rate', 'name: backlog, templateRef: { name: backlog }') },
    { name: 'what is never looked at', yaml: canary({ course: iterations, spec: '\nskipAnalysis: true' }) },
  ],
  invalid: [
    {
      name: 'a blue-green without requests',
      yaml: canary({ course: iterations }),
      findings: [
        {
          path: 'spec.analysis.metrics[0].name',
          message: 'asks about requests to the canary, which gets none before the end of a blue-green, got request-success-rate; add Webhook load-test of type: rollout, which sends some to the canary, or write mirror: true',
          class: 'risky',
        },
      ],
    },
    {
      name: 'mirroring where nothing mirrors',
      yaml: canary({ provider: 'linkerd', course: iterations, analysis: '\nmirror: true' }),
      findings: [
        { path: 'spec.analysis.metrics[0].name', message: /; add Webhook load-test of type: rollout/ },
      ],
    },
    {
      name: 'hooks that are called at other times',
      yaml: canary({ provider: 'kubernetes', course: iterations, analysis: hook(', type: confirm-promotion') }),
      findings: [
        { path: 'spec.analysis.metrics[0].name', message: /gets none before the end/ },
      ],
    },
  ],
});
