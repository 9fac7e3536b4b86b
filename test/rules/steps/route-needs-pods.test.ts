import { routeNeedsPods } from '../../../src/rules/steps/route-needs-pods';
import { HEADER_STEP, MIRROR_STEP, meshed } from '../istio/mesh';
import { testRule } from '../test-rule';

const managed = '[{ name: internal }, { name: copies }]';
const withSteps = (steps: string): string => meshed({ managed, steps });

testRule(routeNeedsPods, {
  valid: [
    { name: 'pods before the route', yaml: withSteps(`[{ setCanaryScale: { replicas: 1 } }, ${HEADER_STEP}, { setWeight: 20 }]`) },
    { name: 'a share of the pods before it', yaml: withSteps(`[{ setCanaryScale: { weight: 10 } }, ${MIRROR_STEP}]`) },
    { name: 'a weight before it', yaml: withSteps(`[{ setWeight: 5 }, ${HEADER_STEP}, ${MIRROR_STEP}]`) },
    { name: 'a step that takes a route away', yaml: withSteps('[{ setHeaderRoute: { name: internal } }, { setWeight: 20 }]') },
  ],
  invalid: [
    {
      name: 'a header route as the first step',
      yaml: withSteps(`[${HEADER_STEP}, { setWeight: 20 }]`),
      findings: [{
        path: 'spec.strategy.canary.steps[0].setHeaderRoute',
        message: 'must come after a step that gives the canary pods, got none before it; put setCanaryScale: { replicas: 1 } or a setWeight before it',
      }],
    },
    {
      name: 'routes after a weight of 0 and after pods as many as it takes',
      yaml: withSteps(`[{ setWeight: 0 }, { setCanaryScale: { matchTrafficWeight: true } }, ${HEADER_STEP}, ${MIRROR_STEP}]`),
      findings: [{ path: 'spec.strategy.canary.steps[2].setHeaderRoute', message: /^must come after/ }, { path: 'spec.strategy.canary.steps[3].setMirrorRoute', message: /^must come after/ }],
    },
  ],
});
