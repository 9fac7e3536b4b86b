import { canaryIngressRules } from '../../../src/rules/flagger/canary-ingress-rules';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const REF = '\ningressRef: { apiVersion: networking.k8s.io/v1, kind: Ingress, name: shop }';
const ingress = (paths: string, { name = 'shop', metadata = '' } = {}) => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, namespace: shop${metadata} }
spec: { rules: [{ host: shop.example.com, http: { paths: [${paths}] } }] }
`;
const to = (service: string, port = '{ number: 80 }') => `{ path: /, pathType: Prefix, backend: { service: { name: ${service}, port: ${port} } } }`;

testRule(canaryIngressRules, {
  valid: [
    { name: 'the number of the port', yaml: canary({ provider: 'nginx', spec: REF }) + ingress(to('checkout')) },
    { name: 'the name of the port', yaml: canary({ provider: 'nginx', spec: REF }) + ingress(to('checkout', '{ name: http }')) },
    { name: 'another port of another Service', yaml: canary({ provider: 'nginx', spec: REF }) + ingress(`${to('checkout')}, ${to('help', '{ number: 8080 }')}`) },
    { name: 'a port that is found at the container', yaml: canary({ provider: 'nginx', service: '{ port: 80, portDiscovery: true }', spec: REF }) + ingress(to('checkout', '{ number: 9090 }')) },
    { name: 'an annotation for Skipper', yaml: canary({ provider: 'skipper', spec: REF }) + ingress(to('checkout'), { metadata: ', annotations: { kubernetes.io/ingress.class: skipper }' }) },
  ],
  invalid: [
    {
      name: 'another number',
      yaml: canary({ provider: 'nginx', spec: REF }) + ingress(to('checkout', '{ number: 8080 }')),
      findings: [
        {
          path: 'spec.rules[0].http.paths[0].backend.service.port.number',
          message: 'must be the port of Service checkout that Flagger makes, 80 by the name http, got 8080; write'
            + ' number: 80',
        },
      ],
    },
    {
      name: 'another name',
      yaml: canary({ provider: 'nginx', service: '{ port: 80, portName: web }', spec: REF }) + ingress(to('checkout', '{ name: http }')),
      findings: [
        {
          path: 'spec.rules[0].http.paths[0].backend.service.port.name',
          message: 'must be the port of Service checkout that Flagger makes, 80 by the name web, got "http"; write'
            + ' name: web',
        },
      ],
    },
    {
      name: 'a rule without paths',
      yaml: canary({ provider: 'nginx', spec: REF }) + ingress(to('checkout')).replace('rules: [', 'rules: [{ host: help.example.com }, '),
      findings: [
        {
          path: 'spec.rules[0]',
          message: 'has no paths, and Flagger breaks down at it, for all its Canaries; drop the rule, or write http: {'
            + ' paths: ... }',
        },
      ],
    },
    {
      name: 'no annotation for Skipper',
      yaml: canary({ provider: 'skipper', spec: REF }) + ingress(to('checkout')),
      findings: [
        {
          path: 'metadata.annotations',
          message: 'must have an annotation, got none: Flagger breaks down where it would add its own, for all its'
            + ' Canaries; write annotations: { kubernetes.io/ingress.class: skipper }',
        },
      ],
    },
  ],
});
