import { SUBSETS, destinationRule, meshed, subsetted, virtualService } from './mesh';
import { istioSubsets } from '../../../src/rules/istio/istio-subsets';
import { testRule } from '../test-rule';

const path = 'spec.strategy.canary.trafficRouting.istio.destinationRule';
const routes = virtualService(`http: [{ route: ${SUBSETS} }]`);
const named = '{ name: checkout, canarySubsetName: canary, stableSubsetName: stable }';

testRule(istioSubsets, {
  valid: [
    { name: 'a subset for each version', yaml: subsetted() + routes + destinationRule() },
    { name: 'a host with its domain', yaml: subsetted() + routes + destinationRule(undefined, 'checkout.shop.svc.cluster.local') },
    { name: 'Services and no DestinationRule', yaml: meshed() + virtualService() },
  ],
  invalid: [
    {
      name: 'a DestinationRule that is not there',
      yaml: subsetted() + routes,
      findings: [{ path: `${path}.name`, message: 'names DestinationRule checkout, which is not in the input; add DestinationRule checkout to shop, or correct the name' }],
    },
    {
      name: 'a subset that it does not have',
      yaml: subsetted() + routes + destinationRule('[{ name: stable }]'),
      findings: [{ path: `${path}.canarySubsetName`, message: 'must be a subset of DestinationRule checkout, got canary; it has stable; add name: canary to the subsets of DestinationRule checkout' }],
    },
    {
      name: 'a subset of nobody, even if the routes may keep it',
      yaml: subsetted(named.replace(' }', ', additionalSubsetNames: [test] }')) + routes + destinationRule('[{ name: stable }, { name: canary }, { name: test }]'),
      findings: [{
        resource: 'DestinationRule shop/checkout',
        path: 'spec.subsets[2]',
        message: 'must be a version of Rollout checkout, whose controller takes all other subsets away, got test; move it to a DestinationRule of another host',
      }],
    },
    {
      name: 'a Service that the controller narrows to one version',
      yaml: subsetted(named, 'stableService: checkout\ncanaryService: checkout-canary') + routes + destinationRule(),
      findings: [{
        path: 'spec.strategy.canary.stableService',
        message: 'must not be Service checkout, among whose pods subset canary looks for its own: one that is named here reaches the stable version alone; '
          + 'drop stableService, or name another',
      }],
    },
    {
      name: 'routes to another host than that of the DestinationRule',
      yaml: subsetted() + routes + destinationRule(undefined, 'basket'),
      findings: [
        { path: 'spec.http[0].route[0].destination.host', message: 'must be the host of DestinationRule checkout, basket, since subset stable is one of its subsets, got checkout; write host: basket' },
        { path: 'spec.http[0].route[1].destination.host', message: /subset canary is one of its subsets/ },
      ],
    },
  ],
});
