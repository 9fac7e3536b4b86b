import { routesRemoved } from '../../../src/rules/steps/routes-removed';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const stepping = (...steps: string[]) => rollout({
  canary: '\nstableService: checkout\ncanaryService: checkout-canary\ntrafficRouting: { managedRoutes: [{ name: shadow }], istio: { virtualService: { name: checkout } } }',
  steps: `[{ setCanaryScale: { replicas: 1 } }, ${steps.join(', ')}]`,
});
const ADDED = '{ setMirrorRoute: { name: shadow, match: [{ method: { exact: GET } }] } }';
const REMOVED = '{ setMirrorRoute: { name: shadow } }';

testRule(routesRemoved, {
  valid: [
    { name: 'a mirror that is taken away', yaml: stepping(ADDED, '{ pause: { duration: 5m } }', REMOVED, '{ setWeight: 20 }') },
    { name: 'a mirror until the end', yaml: stepping(ADDED, '{ pause: { duration: 5m } }') },
    { name: 'a weight of nothing', yaml: stepping(ADDED, '{ setWeight: 0 }', REMOVED, '{ setWeight: 5 }') },
    { name: 'a header route, which stays for those who asked for it', yaml: stepping('{ setHeaderRoute: { name: shadow, match: [{ headerName: a, headerValue: { exact: b } }] } }', '{ setWeight: 20 }') },
  ],
  invalid: [{
    name: 'a mirror that stays',
    yaml: stepping(ADDED, '{ setWeight: 20 }', REMOVED, '{ setWeight: 50 }'),
    findings: [{
      path: 'spec.strategy.canary.steps[1].setMirrorRoute',
      class: 'risky',
      message: 'must be taken away before the canary gets 20 of the traffic itself, got no step that does; put setMirrorRoute: { name: shadow } before setWeight: 20',
    }],
  }],
});
