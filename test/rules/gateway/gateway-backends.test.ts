import { BOTH, route, routed } from './gateways';
import { gatewayBackends } from '../../../src/rules/gateway/gateway-backends';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const managed = '[{ name: internal }]';
const added = '{ name: internal, backendRefs: [{ name: checkout-canary, port: 80 }] }';
const addedNext = '{ name: internal-1, backendRefs: [{ name: checkout-canary, port: 80 }] }';

const turns = rollout({
  canary: `
pingPong: { pingService: checkout, pongService: other }
trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: checkout } } }`,
});

testRule(gatewayBackends, {
  valid: [
    { name: 'a rule to both versions', yaml: routed() + route() },
    { name: 'several of them, and others that lead elsewhere', yaml: routed() + route({ rules: `[${BOTH}, ${BOTH}, { backendRefs: [{ name: basket, port: 80 }] }]` }) },
    { name: 'rules that a header step has added', yaml: routed({ managed }) + route({ rules: `[${BOTH}, ${added}, ${addedNext}]` }) },
    { name: 'a TCPRoute to both', yaml: routed({ plugin: '{ tcpRoute: checkout }' }) + route({ kind: 'TCPRoute' }) },
  ],
  invalid: [
    {
      name: 'no rule to both',
      yaml: routed() + route({ rules: '[{ backendRefs: [{ name: checkout, port: 80 }] }]' }),
      findings: [{
        resource: 'HTTPRoute shop/checkout',
        path: 'spec.rules',
        message: 'must have a rule that leads to Services checkout and checkout-canary, whose weights Rollout checkout writes here, and has none; '
          + 'name both of them in the backendRefs of a rule',
      }],
    },
    {
      name: 'a route to one of two Services that take turns',
      yaml: turns + route(),
      findings: [{ path: 'spec.rules', message: /^must have a rule that leads to Services checkout and other, / }],
    },
    {
      name: 'a rule to the stable version alone',
      yaml: routed() + route({ rules: `[${BOTH}, { backendRefs: [{ name: checkout, port: 80 }] }]` }),
      findings: [{
        path: 'spec.rules[1].backendRefs',
        message: 'must lead to both versions or to neither, got Service checkout alone: Rollout checkout also writes its weight there, '
          + 'which is 0 while all requests go to Service checkout-canary; move the rule to a route that no Rollout names, or name both Services',
      }],
    },
    {
      name: 'a rule to the canary alone',
      yaml: routed() + route({ rules: `[{ name: preview, backendRefs: [{ name: checkout-canary, port: 80 }] }, ${BOTH}]` }),
      findings: [{
        path: 'spec.rules[0].backendRefs',
        message: 'must lead to both versions or to neither, got Service checkout-canary alone: Rollout checkout takes it for a rule of its own steps, '
          + 'and away when a release ends; move the rule to a route that no Rollout names, or name both Services',
      }],
    },
    {
      name: 'the canary beside another Service',
      yaml: routed() + route({ rules: `[${BOTH}, { backendRefs: [{ name: checkout-canary, port: 80 }, { name: basket, port: 80 }] }]` }),
      findings: [{ path: 'spec.rules[1].backendRefs', message: /which is 0 while all requests go to Service checkout;/ }],
    },
  ],
});
