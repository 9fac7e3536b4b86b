import { BOTH, CANARY, STABLE, SUBSETS, meshed, subsetted, virtualService } from './mesh';
import { istioOtherDestinations } from '../../../src/rules/istio/istio-other-destinations';
import { testRule } from '../test-rule';

const LEGACY = '{ destination: { host: legacy }, weight: 10 }';
const kept = '{ name: checkout, canarySubsetName: canary, stableSubsetName: stable, additionalSubsetNames: [test] }';
const TEST = '{ destination: { host: checkout, subset: test }, weight: 5 }';

testRule(istioOtherDestinations, {
  valid: [
    { name: 'the two versions', yaml: meshed() + virtualService() },
    { name: 'the two subsets', yaml: subsetted() + virtualService(`http: [{ route: ${SUBSETS} }]`) },
    { name: 'a further subset that the Rollout names', yaml: subsetted(kept) + virtualService(`http: [{ route: [${SUBSETS.slice(1, -1)}, ${TEST}] }]`) },
    { name: 'others in a route that gets no weights', yaml: meshed({ istio: '{ virtualService: { name: checkout, routes: [main] } }' }) + virtualService(`http: [{ name: other, route: [${LEGACY}] }, { name: main, route: ${BOTH} }]`) },
    { name: 'one whose weight is 0', yaml: meshed() + virtualService(`http: [{ route: [${STABLE}, ${CANARY}, { destination: { host: legacy }, weight: 0 }] }]`) },
  ],
  invalid: [
    {
      name: 'another Service',
      yaml: meshed() + virtualService(`http: [{ route: [${LEGACY}, ${STABLE}, ${CANARY}] }]`),
      findings: [{
        resource: 'VirtualService shop/checkout',
        path: 'spec.http[0].route[0]',
        message: 'must lead to one of the versions of Rollout checkout, which writes the weights here, got Service legacy; move it to a route of its own',
      }],
    },
    {
      name: 'a further subset that the Rollout does not name',
      yaml: subsetted() + virtualService(`http: [{ route: [${SUBSETS.slice(1, -1)}, ${TEST}] }]`),
      findings: [{ path: 'spec.http[0].route[2]', message: /got subset test of Service checkout; move it/ }],
    },
  ],
});
