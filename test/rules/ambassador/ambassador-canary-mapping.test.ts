import { mapping, routed } from './ambassador';
import { ambassadorCanaryMapping } from '../../../src/rules/ambassador/ambassador-canary-mapping';
import { testRule } from '../test-rule';

const path = 'spec.strategy.canary.trafficRouting.ambassador.mappings';
const long = 'a'.repeat(246);

testRule(ambassadorCanaryMapping, {
  valid: [
    { name: 'a name that is free', yaml: routed() + mapping() },
    { name: 'what comes out of a cluster, where the controller has written it', yaml: routed() + mapping() + mapping('service: checkout-canary, weight: 20', 'name: shop-canary, uid: 1f3c') },
    { name: 'a Mapping of that name elsewhere', yaml: routed() + mapping() + mapping(undefined, 'name: shop-canary').replace('namespace: shop', 'namespace: other') },
  ],
  invalid: [
    {
      name: 'a Mapping of that name',
      yaml: routed() + mapping() + mapping('service: checkout-canary, weight: 20', 'name: shop-canary'),
      findings: [{
        path: `${path}[0]`,
        class: 'broken',
        message: 'needs the name shop-canary for the canary\'s Mapping, and a Mapping of that name is there: the controller writes its weight, and deletes it when the rollout ends; '
          + 'rename or drop Mapping shop-canary',
      }],
    },
    {
      name: 'a Mapping named twice',
      yaml: routed('[shop, shop]') + mapping(),
      findings: [{ path: `${path}[1]`, message: 'must be another Mapping, got shop again; drop it' }],
    },
    {
      name: 'names that are one when they are cut',
      yaml: routed(`[${long}1, ${long}2]`),
      findings: [{ path: `${path}[1]`, message: `must differ from ${long}1 in its first 246 characters, which are all that the canary's Mapping keeps; rename one of them` }],
    },
  ],
});
