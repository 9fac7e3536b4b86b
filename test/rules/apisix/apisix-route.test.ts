import { apisixRoute as route, BOTH, MAIN, routed } from './apisix';
import { apisixRoute } from '../../../src/rules/apisix/apisix-route';
import { testRule } from '../test-rule';

const path = 'spec.strategy.canary.trafficRouting.apisix.route';

testRule(apisixRoute, {
  valid: [
    { name: 'a rule that is named', yaml: routed() + route() },
    { name: 'a rule of the name of the route', yaml: routed('{ name: shop }') + route(`[{ name: shop, backends: ${BOTH} }]`) },
    { name: 'an empty list of rules, which is as none', yaml: routed('{ name: shop, rules: [] }') + route(`[{ name: shop, backends: ${BOTH} }]`) },
    { name: 'other rules that lead elsewhere', yaml: routed() + route(`[${MAIN}, { name: help, backends: [{ serviceName: help, servicePort: 80 }] }]`) },
  ],
  invalid: [
    {
      name: 'no route, on which the controller panics',
      yaml: routed(''),
      findings: [{ path, class: 'broken', message: 'must name the ApisixRoute, got nothing; write route: { name: ... }' }],
    },
    {
      name: 'a route without a name',
      yaml: routed('{ rules: [main] }'),
      findings: [{ path: `${path}.name`, message: 'must name the ApisixRoute, got nothing; write name: ...' }],
    },
    {
      name: 'an ApisixRoute that is not there',
      yaml: routed(),
      findings: [{ path: `${path}.name`, message: 'names ApisixRoute shop, which is not in the input; add ApisixRoute shop to shop, or correct the name' }],
    },
    {
      name: 'a rule that is not there',
      yaml: routed('{ name: shop, rules: [mian] }') + route(),
      findings: [{ path: `${path}.rules[0]`, message: 'must be the name of a rule of ApisixRoute shop, got mian; it has main; write main' }],
    },
    {
      name: 'no rule named, and none of the name of the route',
      yaml: routed('{ name: shop }') + route(),
      findings: [{ path: `${path}.name`, message: 'names ApisixRoute shop, which must have a rule of that name where rules names none; it has main; write rules: [main]' }],
    },
    {
      name: 'an ApisixRoute without rules of HTTP',
      yaml: routed() + route('null'),
      findings: [{ path: `${path}.rules[0]`, message: 'must be the name of a rule of ApisixRoute shop, got main; it has none; add the rule' }],
    },
    {
      name: 'a rule to one version alone',
      yaml: routed() + route('[{ name: main, backends: [{ serviceName: checkout, servicePort: 80 }] }]'),
      findings: [{
        resource: 'ApisixRoute shop/shop',
        path: 'spec.http[0].backends',
        message: 'must hold Service checkout-canary of the canary version, since Rollout checkout writes its weight in rule main of ApisixRoute shop, got checkout; '
          + 'add serviceName: checkout-canary and its port',
      }],
    },
    {
      name: 'a rule to upstreams',
      yaml: routed() + route('[{ name: main, upstreams: [{ name: outside }] }]'),
      findings: [{ path: 'spec.http[0].backends', message: 'must lead to both versions, got nothing; add both Services' }],
    },
    {
      name: 'a third Service',
      yaml: routed() + route(`[{ name: main, backends: ${BOTH.replace(']', ', { serviceName: old, servicePort: 80 }]')} }]`),
      findings: [{ path: 'spec.http[0].backends[2]', class: 'risky', message: /^takes a share of 100 beside the 100 of both versions/ }],
    },
  ],
});
