import { routerServices } from '../../../src/rules/services/router-services';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const routed = (routing: string, more = ''): string => rollout({ canary: `\ntrafficRouting: ${routing}${more}` });
const both = '\nstableService: a\ncanaryService: b';

testRule(routerServices, {
  valid: [
    { name: 'a router with both Services', yaml: routed('{ nginx: { stableIngress: a } }', both) },
    { name: 'Istio subsets, which need no Services', yaml: routed('{ istio: { virtualService: { name: a }, destinationRule: { name: a } } }') },
    { name: 'an ALB with ping and pong', yaml: routed('{ alb: { ingress: a } }', '\npingPong: { pingService: a, pongService: b }') },
    { name: 'Istio with ping and pong', yaml: routed('{ istio: { virtualService: { name: a } } }', '\npingPong: { pingService: a, pongService: b }') },
    { name: 'a plugin that nothing is known of', yaml: routed('{ plugins: { example/router: {} } }') },
    { name: 'no router', yaml: rollout() },
  ],
  invalid: [
    {
      name: 'Istio with Services that take turns and one of the others, which wins over them',
      yaml: `${routed('{ istio: { virtualService: { name: a } } }', '\npingPong: { pingService: a, pongService: b }\nstableService: a')}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a, namespace: shop }
spec: { hosts: [a], http: [{ route: [{ destination: { host: a }, weight: 100 }, { destination: { host: b }, weight: 0 }] }] }
`,
      findings: [{ path: 'spec.strategy.canary.canaryService', class: 'refused', message: /^must name the Service of the canary pods, which the istio router sends traffic to/ }],
    },
    {
      name: 'a router without Services',
      yaml: routed('{ nginx: { stableIngress: a } }'),
      findings: [
        { path: 'spec.strategy.canary.canaryService', class: 'refused', message: /must name the Service of the canary pods, which the nginx router sends traffic to, got nothing; write canaryService: checkout-canary/ },
        { path: 'spec.strategy.canary.stableService', message: /of the stable pods.*write stableService: checkout,/ },
      ],
    },
    {
      name: 'Contour without a canary Service, which is accepted',
      yaml: routed('{ plugins: { argoproj-labs/contour: { httpProxies: [a] } } }', '\nstableService: a'),
      findings: [{ path: 'spec.strategy.canary.canaryService', class: 'broken', message: /which the Contour router sends traffic to/ }],
    },
    {
      name: 'the Gateway API without a canary Service, which is accepted',
      yaml: routed('{ plugins: { argoproj-labs/gatewayAPI: { httpRoute: a } } }', '\nstableService: a'),
      findings: [{ path: 'spec.strategy.canary.canaryService', class: 'broken', message: /which the Gateway API router sends traffic to/ }],
    },
    {
      name: 'an empty router, which is accepted',
      yaml: routed('{}'),
      findings: [{ path: 'spec.strategy.canary.trafficRouting', class: 'broken', message: /^names no router, so the canary gets pods but never a request/ }],
    },
  ],
});
