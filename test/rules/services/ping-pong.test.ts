import { pingPong } from '../../../src/rules/services/ping-pong';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const turns = (routing: string, services = '{ pingService: a, pongService: b }') => rollout({ strategy: `\ncanary:\n  pingPong: ${services}${routing === '' ? '' : `\n  trafficRouting: ${routing}`}` });

testRule(pingPong, {
  valid: [
    { name: 'two Services behind Istio', yaml: turns('{ istio: { virtualService: { name: a } } }') },
    { name: 'two Services behind a plugin of somebody', yaml: turns("{ plugins: { 'example/router': { route: a } } }") },
    { name: 'two Services and the one of the Ingress', yaml: turns('{ alb: { ingress: a, servicePort: 80, rootService: root } }') },
    { name: 'a canary without them', yaml: rollout() },
  ],
  invalid: [
    {
      name: 'two Services behind a plugin that learned it late',
      yaml: turns("{ plugins: { 'argoproj-labs/gatewayAPI': { httpRoute: a } } }"),
      findings: [{
        class: 'risky',
        path: 'spec.strategy.canary.pingPong',
        message: 'needs plugin argoproj-labs/gatewayAPI in a release after 0.15.0: up to that one it looks for stableService and canaryService, and sets no weight; '
          + 'update the plugin, or write stableService: a and canaryService: b instead',
      }],
    },
    {
      name: 'two Services behind a plugin that knows stable and canary alone',
      yaml: turns('{ plugins: { argoproj-labs/contour: { httpProxies: [a] } } }'),
      findings: [{
        class: 'broken',
        path: 'spec.strategy.canary.pingPong',
        message: 'needs a router that sends requests to Services in turn, and plugin argoproj-labs/contour sends them to stableService and canaryService; write stableService: a and canaryService: b instead',
      }],
    },
    {
      name: 'a router that has a stable and a canary Service',
      yaml: turns('{ nginx: { stableIngress: a } }'),
      findings: [{
        path: 'spec.strategy.canary.pingPong',
        message: 'needs a router that sends requests to Services in turn (alb, istio and plugins), got nginx; write stableService: a and canaryService: b instead',
        class: 'refused',
      }],
    },
    { name: 'no router at all', yaml: turns(''), findings: [{ path: 'spec.strategy.canary.pingPong', message: /got none/, class: 'broken' }] },
    {
      name: 'one Service alone',
      yaml: turns('{ istio: { virtualService: { name: a } } }', '{ pingService: a, pongService: "" }'),
      findings: [{ path: 'spec.strategy.canary.pingPong.pongService', message: /^must name a Service/ }],
    },
    {
      name: 'an Ingress that leads to neither',
      yaml: turns('{ alb: { ingress: a, servicePort: 80 } }'),
      findings: [{ path: 'spec.strategy.canary.trafficRouting.alb.rootService', message: /^must name the Service that the Ingress leads to/ }],
    },
  ],
});
