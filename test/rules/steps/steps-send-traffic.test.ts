import { stepsSendTraffic } from '../../../src/rules/steps/steps-send-traffic';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const CANARY = '\nstableService: checkout\ncanaryService: checkout-canary\ntrafficRouting: { istio: { virtualService: { name: checkout } } }';
const stepping = (steps: string) => rollout({ canary: CANARY, steps });

testRule(stepsSendTraffic, {
  valid: [
    { name: 'a weight after the pods', yaml: stepping('[{ setCanaryScale: { replicas: 1 } }, { setWeight: 5 }]') },
    { name: 'a route after the pods', yaml: stepping('[{ setCanaryScale: { replicas: 1 } }, { setHeaderRoute: { name: beta, match: [] } }]') },
    { name: 'an experiment with a share', yaml: stepping('[{ setCanaryScale: { replicas: 1 } }, { experiment: { templates: [{ name: canary, specRef: canary, weight: 5 }] } }]') },
    { name: 'a plugin, which may do anything', yaml: stepping('[{ setCanaryScale: { replicas: 1 } }, { plugin: { name: acme/route } }]') },
    { name: 'steps without such pods', yaml: stepping('[{ pause: {} }]') },
  ],
  invalid: [{
    name: 'pods alone',
    yaml: stepping('[{ setCanaryScale: { replicas: 1 } }, { pause: {} }, { setWeight: 0 }]'),
    findings: [{
      path: 'spec.strategy.canary.steps[0].setCanaryScale',
      class: 'risky',
      message: 'gives the canary pods, and no step sends it a request before it gets all of them; add setWeight: 5 behind it',
    }],
  }],
});
