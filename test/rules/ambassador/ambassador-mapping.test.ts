import { mapping, routed } from './ambassador';
import { ambassadorMapping } from '../../../src/rules/ambassador/ambassador-mapping';
import { testRule } from '../test-rule';

const path = 'spec.strategy.canary.trafficRouting.ambassador.mappings';

testRule(ambassadorMapping, {
  valid: [
    { name: 'a Mapping to the stable Service', yaml: routed() + mapping() },
    { name: 'a weight of 0, which is as none', yaml: routed() + mapping('service: checkout, weight: 0') },
    { name: 'a scheme before the Service', yaml: routed() + mapping('service: "https://checkout.shop:443"') },
    { name: 'a Mapping in the newer version', yaml: routed() + mapping(undefined, undefined, 'v3alpha1') },
    { name: 'the kind that the controller can be told to read', yaml: routed() + mapping().replace('getambassador.io/v2', 'x.getambassador.io/v3alpha1').replace('Mapping', 'AmbassadorMapping') },
  ],
  invalid: [
    {
      name: 'no Mapping',
      yaml: routed('[]'),
      findings: [{ path, class: 'refused', message: 'must name at least one Mapping, got none; write mappings: [...]' }],
    },
    {
      name: 'a Mapping that is not there',
      yaml: routed('[shop, shpo]') + mapping(),
      findings: [{ path: `${path}[1]`, class: 'refused', message: 'names Mapping shpo, which is not in the input; write shop, or add Mapping shpo to shop' }],
    },
    {
      name: 'a Mapping with a weight',
      yaml: routed() + mapping('service: checkout, weight: 50'),
      findings: [{
        resource: 'Mapping shop/shop',
        path: 'spec.weight',
        class: 'refused',
        message: 'must be left out, since Rollout checkout gives the canary its share and this Mapping gets the rest, got 50; drop it',
      }],
    },
    {
      name: 'a Mapping to another Service',
      yaml: routed() + mapping('service: my-checkout.shop:80'),
      findings: [{ path: 'spec.service', class: 'broken', message: 'must lead to Service checkout, the stable one of Rollout checkout, got "my-checkout.shop:80"; write service: checkout.shop and the port' }],
    },
    {
      name: 'the name of the stable Service in what stands before it',
      yaml: routed('[shop]', 'http') + mapping('service: "http://http.shop:80"'),
      findings: [{
        path: 'spec.service',
        class: 'broken',
        message: 'must have the name of Service http nowhere before the host, since the controller writes checkout-canary for the first one it finds, got "http://http.shop:80"; '
          + 'drop what stands before the host',
      }],
    },
  ],
});
