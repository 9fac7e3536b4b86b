import { oldVersionKept } from '../../../src/rules/scaling/old-version-kept';
import { blueGreen, rollout } from '../manifests';
import { testRule } from '../test-rule';

const path = (field: string, strategy = 'blueGreen') => `spec.strategy.${strategy}.${field}`;
const routed = (fields: string) => rollout({ canary: `\nstableService: a\ncanaryService: b\ntrafficRouting: { nginx: { stableIngress: checkout } }${fields}` });
const never = 'must not be 0, which keeps the pods of every old version for ever; write scaleDownDelaySeconds: 30 or more';

testRule(oldVersionKept, {
  valid: [
    { name: 'the controller\'s own delay', yaml: blueGreen() },
    { name: 'half a minute', yaml: blueGreen('\nscaleDownDelaySeconds: 30') },
    { name: 'an hour', yaml: blueGreen('\nscaleDownDelaySeconds: 3600') },
    { name: 'as many old versions as there are', yaml: blueGreen('\nscaleDownDelayRevisionLimit: 10') },
    { name: 'one old version', yaml: blueGreen('\nscaleDownDelayRevisionLimit: 1') },
    { name: 'a limit that the controller does not check of a canary', yaml: routed('\nscaleDownDelayRevisionLimit: 20') },
    { name: 'a canary without a router, whose old version does not wait', yaml: rollout({ canary: '\nscaleDownDelaySeconds: 0' }) },
  ],
  invalid: [
    { name: 'no delay, which is for ever', yaml: blueGreen('\nscaleDownDelaySeconds: 0'), findings: [{ path: path('scaleDownDelaySeconds'), message: never, class: 'broken' }] },
    { name: 'no delay of a canary behind a router', yaml: routed('\nscaleDownDelaySeconds: 0'), findings: [{ path: path('scaleDownDelaySeconds', 'canary'), message: never }] },
    {
      name: 'a delay below zero',
      yaml: blueGreen('\nscaleDownDelaySeconds: -1'),
      findings: [{ path: path('scaleDownDelaySeconds'), message: 'must not be negative, got -1: the old version would go with requests on their way to it; write scaleDownDelaySeconds: 30 or more' }],
    },
    {
      name: 'a delay shorter than the news of the switch takes',
      yaml: blueGreen('\nscaleDownDelaySeconds: 5'),
      findings: [{
        path: path('scaleDownDelaySeconds'),
        message: 'must be at least 30, got 5: a node that has not yet heard of the change sends requests to pods that are gone; write scaleDownDelaySeconds: 30 or more',
        class: 'risky',
      }],
    },
    {
      name: 'no old version',
      yaml: blueGreen('\nscaleDownDelayRevisionLimit: 0'),
      findings: [{ path: path('scaleDownDelayRevisionLimit'), message: /^must be a whole number of at least 1, got 0: .* nothing to go back to; write scaleDownDelayRevisionLimit: 1, or drop it$/, class: 'risky' }],
    },
    {
      name: 'more old versions than the controller keeps by itself',
      yaml: blueGreen('\nscaleDownDelayRevisionLimit: 11'),
      findings: [{
        path: path('scaleDownDelayRevisionLimit'),
        message: 'must not exceed the revisionHistoryLimit, which is 10 where none is written, got 11; write scaleDownDelayRevisionLimit: 10, or raise revisionHistoryLimit',
        class: 'refused',
      }],
    },
    {
      name: 'more old versions than are kept',
      yaml: blueGreen('\nscaleDownDelayRevisionLimit: 4').replace('  replicas: 5', '  replicas: 5\n  revisionHistoryLimit: 3'),
      findings: [{ path: path('scaleDownDelayRevisionLimit'), message: 'must not exceed the revisionHistoryLimit 3, got 4; write scaleDownDelayRevisionLimit: 3, or raise revisionHistoryLimit', class: 'refused' }],
    },
  ],
});
