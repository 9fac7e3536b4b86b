import { managedRoutes } from '../../../src/rules/steps/managed-routes';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const behind = (managed: string) => `\ntrafficRouting: { ${managed}istio: { destinationRule: { name: checkout, canarySubsetName: canary, stableSubsetName: stable }, virtualService: { name: checkout } } }`;
const STEPS = '[{ setWeight: 5 }, { setHeaderRoute: { name: beta, match: [{ headerName: x-beta, headerValue: { exact: "1" } }] } }, { setMirrorRoute: { name: shadow, match: [{ method: { exact: GET } }] } }]';

testRule(managedRoutes, {
  valid: [
    { name: 'every route named', yaml: rollout({ canary: behind('managedRoutes: [{ name: beta }, { name: shadow }], '), steps: STEPS }) },
    { name: 'no routes added', yaml: rollout({ canary: behind('') }) },
  ],
  invalid: [
    {
      name: 'no list',
      yaml: rollout({ canary: behind(''), steps: STEPS }),
      findings: [{
        path: 'spec.strategy.canary.trafficRouting.managedRoutes',
        message: 'must name the routes that steps add, got none for beta and shadow; write managedRoutes: [{ name: beta }, { name: shadow }]',
        class: 'refused',
      }],
    },
    {
      name: 'a route that is missing from it, and one that is misspelt in it',
      yaml: rollout({ canary: behind('managedRoutes: [{ name: betta }], '), steps: STEPS }),
      findings: [
        { path: 'spec.strategy.canary.steps[1].setHeaderRoute.name', message: 'must be one of managedRoutes, which has betta, got "beta"; write name: betta', class: 'refused' },
        { path: 'spec.strategy.canary.steps[2].setMirrorRoute.name', message: 'must be one of managedRoutes, which has betta, got "shadow"; add { name: shadow } to managedRoutes', class: 'refused' },
      ],
    },
    {
      name: 'an empty list',
      yaml: rollout({ canary: behind('managedRoutes: [], '), steps: STEPS.replace(/, \{ setMirrorRoute.*/, ']') }),
      findings: [{ path: 'spec.strategy.canary.steps[1].setHeaderRoute.name', message: 'must be one of managedRoutes, which has none, got "beta"; add { name: beta } to managedRoutes' }],
    },
  ],
});
