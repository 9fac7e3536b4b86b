import { retiredRouter } from '../../../src/rules/services/retired-router';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const routed = (routing: string) => rollout({ canary: `\nstableService: a\ncanaryService: b\ntrafficRouting: ${routing}` });
const path = 'spec.strategy.canary.trafficRouting';
const elsewhere = '; move to a router that is maintained: a Gateway, as plugins: { argoproj-labs/gatewayAPI: ... }, Istio or a load balancer';

testRule(retiredRouter, {
  valid: [
    { name: 'no router', yaml: rollout() },
    { name: 'a Gateway', yaml: routed("{ plugins: { 'argoproj-labs/gatewayAPI': { httpRoute: a } } }") },
    { name: 'a load balancer', yaml: routed('{ alb: { ingress: a, servicePort: 80 } }') },
  ],
  invalid: [
    {
      name: 'ingress-nginx',
      yaml: routed('{ nginx: { stableIngress: a } }'),
      findings: [{
        path: `${path}.nginx`,
        class: 'advice',
        message: `splits by ingress-nginx, which is retired since March 2026: nobody mends it any more, not even where it is open to attacks${elsewhere}`,
      }],
    },
    {
      name: 'App Mesh',
      yaml: routed('{ appMesh: { virtualService: { name: a } } }'),
      findings: [{ path: `${path}.appMesh`, message: `splits by AWS App Mesh, which was switched off on 30 September 2026${elsewhere}` }],
    },
    {
      name: 'SMI',
      yaml: routed('{ smi: {} }'),
      findings: [{ path: `${path}.smi`, message: `splits by the Service Mesh Interface, which is archived since October 2023, and which no mesh of today speaks${elsewhere}` }],
    },
    { name: 'two of them, once', yaml: routed('{ smi: {}, nginx: { stableIngress: a } }'), findings: [{ path: `${path}.nginx`, message: /ingress-nginx/ }] },
  ],
});
