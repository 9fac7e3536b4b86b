import { albIngress } from '../../../src/rules/services/alb-ingress';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const routed = (alb: string) => rollout({ canary: `\nstableService: checkout\ncanaryService: b\ntrafficRouting: { alb: { servicePort: 80, ${alb} } }` });
const ingress = (port: string, { name = 'public', annotations = '{}', service = 'checkout' } = {}) => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, namespace: shop, annotations: ${annotations} }
spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${service}, port: ${port} } } }] } }] }
`;
const byAnnotation = '{ name: use-annotation }';
const old = `---
apiVersion: extensions/v1beta1
kind: Ingress
metadata: { name: public, namespace: shop }
spec: { rules: [{ http: { paths: [{ path: /, backend: { serviceName: checkout, servicePort: PORT } }] } }] }
`;
const portPath = 'spec.rules[0].http.paths[0].backend.service.port';
const action = "{ 'alb.ingress.kubernetes.io/actions.checkout': '{}' }";

testRule(albIngress, {
  valid: [
    { name: 'a path that leads to an action', yaml: routed('ingress: public') + ingress(byAnnotation) },
    { name: 'one of an older API', yaml: routed('ingress: public') + old.replace('PORT', 'use-annotation') },
    { name: 'a port of another Service', yaml: routed('ingress: public, rootService: root') + ingress('{ number: 80 }') },
    { name: 'several Ingresses with their actions', yaml: routed('ingresses: [public, more]') + ingress(byAnnotation) + ingress(byAnnotation, { name: 'more', annotations: action }) },
    { name: 'the prefix of the annotations', yaml: routed('ingress: public, annotationPrefix: alb.ingress.kubernetes.io') + ingress(byAnnotation, { annotations: action }) },
    { name: 'an Ingress that is not there', yaml: routed('ingress: public') },
  ],
  invalid: [
    {
      name: 'a port of the Service',
      yaml: routed('ingress: public') + ingress('{ number: 80 }'),
      findings: [{
        path: `${portPath}.number`,
        resource: 'Ingress shop/public',
        class: 'broken',
        message: 'must be use-annotation, by which the load balancer looks for the weights of Rollout shop/checkout, got 80; write port: { name: use-annotation }',
      }],
    },
    {
      name: 'a name that is too long for the key of an annotation',
      yaml: routed(`ingress: public, rootService: ${'a'.repeat(56)}`),
      findings: [{
        path: 'spec.strategy.canary.trafficRouting.alb.rootService',
        message: 'must have at most 55 characters, since the controller writes it into the key of an annotation, got 56; name a shorter action as rootService, to which the paths of the Ingress lead',
      }],
    },
    { name: 'a named port of the Service', yaml: routed('ingress: public') + ingress('{ name: http }'), findings: [{ path: `${portPath}.name`, message: /got "http"/ }] },
    {
      name: 'a port of the Service in an older API',
      yaml: routed('ingress: public') + old.replace('PORT', 'http'),
      findings: [{ path: 'spec.rules[0].http.paths[0].backend.servicePort', message: /got "http"/ }],
    },
    {
      name: 'a second Ingress without an action',
      yaml: routed('ingresses: [public, more]') + ingress(byAnnotation, { annotations: action }) + ingress(byAnnotation, { name: 'more' }),
      findings: [{
        path: 'spec.strategy.canary.trafficRouting.alb.ingresses[1]',
        class: 'risky',
        message: 'names Ingress more, which has no annotation alb.ingress.kubernetes.io/actions.checkout: the controller gives it one with the next weight, and until then the load balancer answers 503 there; copy the annotation of the first Ingress of Rollout shop/checkout',
      }],
    },
    {
      name: 'actions with another prefix than the controller writes',
      yaml: routed('ingress: public, annotationPrefix: alb.example.com') + ingress(byAnnotation, { annotations: action }),
      findings: [{
        path: 'spec.strategy.canary.trafficRouting.alb.annotationPrefix',
        message: 'must be what the annotations of Ingress public begin with, so that the load balancer sees what the controller writes, got "alb.example.com" beside alb.ingress.kubernetes.io/actions.checkout; write annotationPrefix: alb.ingress.kubernetes.io',
      }],
    },
  ],
});
