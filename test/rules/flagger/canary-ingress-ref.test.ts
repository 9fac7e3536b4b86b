import { canaryIngressRef } from '../../../src/rules/flagger/canary-ingress-ref';
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

testRule(canaryIngressRef, {
  valid: [
    { name: 'an Ingress that leads to the Service', yaml: canary({ provider: 'nginx', spec: REF }) + ingress(to('checkout')) },
    { name: 'its own copy beside it', yaml: canary({ provider: 'nginx', spec: REF }) + ingress(to('checkout')) + ingress(to('checkout'), { name: 'shop-canary' }) },
    { name: 'two Canaries with an Ingress each', yaml: canary({ provider: 'nginx', spec: REF }) + ingress(to('checkout')) + canary({ name: 'help', provider: 'nginx', service: '{ name: help, port: 80 }', spec: REF.replace('shop', 'help') }) + ingress(to('help'), { name: 'help' }) },
    { name: 'a provider that takes no Ingress', yaml: canary({ spec: REF }) },
  ],
  invalid: [
    {
      name: 'an Ingress that is not there',
      yaml: canary({ provider: 'nginx', spec: REF }),
      findings: [
        { path: 'spec.ingressRef.name', message: 'names Ingress shop, which is not in the input; add Ingress shop to shop, or correct the name' },
      ],
    },
    {
      name: 'an Ingress that leads elsewhere',
      yaml: canary({ provider: 'nginx', spec: REF }) + ingress(to('payment')),
      findings: [
        {
          path: 'spec.rules[0].http.paths[0].backend.service.name',
          message: 'must lead to Service checkout of Canary shop/checkout, got payment; write name: checkout',
        },
      ],
    },
    {
      name: 'several paths that lead elsewhere',
      yaml: canary({ provider: 'skipper', spec: REF }) + ingress(`${to('payment')}, ${to('help')}`),
      findings: [
        {
          path: 'spec.ingressRef.name',
          message: 'must lead to Service checkout of Canary shop/checkout, got payment and help; add service: { name:'
            + ' checkout } as a backend to Ingress shop',
        },
      ],
    },
    {
      name: 'an Ingress without paths',
      yaml: canary({ provider: 'nginx', spec: REF }) + ingress(''),
      findings: [
        {
          path: 'spec.ingressRef.name',
          message: 'must lead to Service checkout of Canary shop/checkout, got no Service; add service: { name:'
            + ' checkout } as a backend to Ingress shop',
        },
      ],
    },
    {
      name: 'two Canaries with one Ingress',
      yaml: canary({ provider: 'nginx', spec: REF }) + ingress(`${to('checkout')}, ${to('help')}`) + canary({ name: 'help', provider: 'nginx', service: '{ name: help, port: 80 }', spec: REF }),
      findings: [
        {
          path: 'spec.ingressRef.name',
          message: 'names Ingress shop, which Canary shop/checkout names too: both write Ingress shop-canary; give each'
            + ' of them an Ingress of its own',
        },
      ],
    },
    {
      name: 'another Ingress to the same Service',
      yaml: canary({ provider: 'nginx', spec: REF }) + ingress(to('checkout')) + ingress(to('checkout'), { name: 'inside' }),
      findings: [
        {
          path: 'spec.ingressRef.name',
          class: 'advice',
          message: 'is one of several that lead to Service checkout: what comes by Ingress inside is not split, and all'
            + ' of it meets the primary; write the paths of both into one Ingress, if the canary is to have a'
            + ' share of both',
        },
      ],
    },
  ],
});
