import { routerIngress } from '../../../src/rules/services/router-ingress';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const routed = (routing: string): string => rollout({ canary: `\nstableService: checkout\ncanaryService: b\ntrafficRouting: ${routing}` });
const ingress = (backend: string): string => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: public, namespace: shop }
spec:
  defaultBackend: { service: { name: checkout } }
  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: ${backend} }] } }]
`;
const path = 'spec.strategy.canary.trafficRouting.nginx.stableIngress';

testRule(routerIngress, {
  valid: [
    { name: 'an Ingress that goes to the stable Service', yaml: routed('{ nginx: { stableIngress: public } }') + ingress('{ service: { name: checkout } }') },
    { name: 'an Ingress of an older API', yaml: routed('{ nginx: { stableIngress: public } }') + ingress('{ serviceName: checkout }').replace('networking.k8s.io/v1', 'networking.k8s.io/v1beta1') },
    { name: 'an ALB with a host without paths', yaml: routed('{ alb: { ingress: public } }') + ingress('{ service: { name: checkout } }').replace('rules: [', 'rules: [{ host: shop.example.com }, ') },
    { name: 'an ALB that goes to its root Service', yaml: routed('{ alb: { ingress: public, rootService: root } }') + ingress('{ service: { name: root } }') },
  ],
  invalid: [
    {
      name: 'an Ingress that goes elsewhere, even with the right default',
      yaml: routed('{ nginx: { stableIngress: public } }') + ingress('{ service: { name: payment } }'),
      findings: [{ path, message: /must have a rule that goes to Service checkout, and its rules go to payment; add service: { name: checkout } as a backend to Ingress public$/ }],
    },
    {
      name: 'an Ingress that is not there',
      yaml: routed('{ nginx: { stableIngress: public } }'),
      findings: [{ path, message: /^names Ingress public, which is not in the input; add Ingress public to shop/ }],
    },
    {
      name: 'an Ingress of another namespace',
      yaml: routed('{ nginx: { stableIngress: public } }') + ingress('{ service: { name: checkout } }').replace('namespace: shop', 'namespace: edge'),
      findings: [{
        path, class: 'refused', message: 'names Ingress public, which is in namespace edge, and the controller looks in shop alone; write an Ingress for the same hosts in shop',
      }],
    },
    {
      name: 'an Ingress that leads to a bucket as well',
      yaml: routed('{ nginx: { stableIngress: public } }') + ingress('{ resource: { kind: Bucket, name: shop } }'),
      findings: [{
        path, class: 'broken', message: 'names Ingress public, which has a path that leads to no Service: the controller breaks down at it each time it looks at the Rollout; move it to an Ingress of its own',
      }],
    },
    {
      name: 'an Ingress with a host without paths',
      yaml: routed('{ nginx: { stableIngress: public } }') + ingress('{ service: { name: checkout } }').replace('rules: [', 'rules: [{ host: shop.example.com }, '),
      findings: [{ path, class: 'broken', message: /^names Ingress public, which has a rule without paths: the controller breaks down/ }],
    },
    {
      name: 'nginx without an Ingress',
      yaml: routed('{ nginx: {} }'),
      findings: [{ path: 'spec.strategy.canary.trafficRouting.nginx', message: /either stableIngress or stableIngresses, got neither/ }],
    },
    {
      name: 'an ALB with one Ingress and several',
      yaml: routed('{ alb: { ingress: public, ingresses: [public] } }') + ingress('{ service: { name: checkout } }'),
      findings: [{ path: 'spec.strategy.canary.trafficRouting.alb', message: /either ingress or ingresses, got both; drop ingresses/ }],
    },
    {
      name: 'an Ingress of an ALB with a root Service that nginx names as well',
      yaml: routed('{ alb: { ingress: public, rootService: root }, nginx: { stableIngresses: [public] } }') + ingress('{ service: { name: root } }'),
      findings: [{ path: 'spec.strategy.canary.trafficRouting.alb.ingress', class: 'refused', message: /must have a rule that goes to Service checkout, and its rules go to root/ }],
    },
  ],
});
