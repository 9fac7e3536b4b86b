import { canaryScale } from '../../../src/rules/steps/canary-scale';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const scaled = (scale: string, routing = 'nginx: { stableIngress: checkout }') => rollout({
  canary: `\nstableService: checkout\ncanaryService: checkout-canary\ntrafficRouting: { ${routing} }`,
  steps: `[{ setCanaryScale: ${scale} }, { setWeight: 20 }]`,
});
const path = 'spec.strategy.canary.steps[0].setCanaryScale';

testRule(canaryScale, {
  valid: [
    { name: 'a number', yaml: scaled('{ replicas: 1 }') },
    { name: 'a share', yaml: scaled('{ weight: 100 }') },
    { name: 'a share of finer parts', yaml: scaled('{ weight: 500 }', 'maxTrafficWeight: 1000, nginx: { stableIngress: checkout }') },
    { name: 'as many as the weight', yaml: scaled('{ matchTrafficWeight: true }') },
  ],
  invalid: [
    {
      name: 'nothing',
      yaml: scaled('{}'),
      findings: [{
        path,
        class: 'risky',
        message: 'must say replicas, weight or matchTrafficWeight: true, got none of them, so the pods go on following the weight; write setCanaryScale: { matchTrafficWeight: true }, or drop the step',
      }],
    },
    {
      name: 'that it does not follow the weight, and nothing else',
      yaml: scaled('{ matchTrafficWeight: false }'),
      findings: [{ path, message: /^must say replicas, weight or matchTrafficWeight: true, got none of them/ }],
    },
    {
      name: 'a number and a share',
      yaml: scaled('{ replicas: 1, weight: 20 }'),
      findings: [{ path, class: 'risky', message: 'must say one thing, got replicas and weight, of which the controller takes the replicas; drop weight' }],
    },
    {
      name: 'a number, and as many as the weight',
      yaml: scaled('{ replicas: 1, matchTrafficWeight: true }'),
      findings: [{ path, class: 'risky', message: 'must say one thing, got matchTrafficWeight and replicas: the pods follow the weight, and replicas says nothing; drop replicas' }],
    },
    {
      name: 'more than everything',
      yaml: scaled('{ weight: 200 }'),
      findings: [{ path: `${path}.weight`, class: 'broken', message: 'must be a share from 0 to 100, got 200, which is more pods than the stable version has; write weight: 100' }],
    },
    {
      name: 'less than nothing',
      yaml: scaled('{ weight: -20 }') + scaled('{ replicas: -1 }').replaceAll('checkout', 'payment'),
      findings: [
        { path: `${path}.weight`, message: 'must be a share from 0 to 100, got -20; write weight: 0' },
        { path: `${path}.replicas`, class: 'broken', message: 'must not be negative, got -1; write replicas: 1' },
      ],
    },
  ],
});
