import { canaryOwnRoute } from '../../../src/rules/flagger/canary-own-route';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const object = (apiVersion: string, kind: string, name: string, namespace = 'shop') => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec: {}
`;

testRule(canaryOwnRoute, {
  valid: [
    { name: 'a VirtualService of another name', yaml: canary() + object('networking.istio.io/v1', 'VirtualService', 'shop') },
    { name: 'one of the same name in another namespace', yaml: canary() + object('networking.istio.io/v1', 'VirtualService', 'checkout', 'help') },
    { name: 'what another provider makes', yaml: canary({ provider: 'linkerd' }) + object('networking.istio.io/v1', 'VirtualService', 'checkout') },
    { name: 'no route at all', yaml: canary({ provider: 'kubernetes' }) },
  ],
  invalid: [
    {
      name: 'a VirtualService',
      yaml: canary() + object('networking.istio.io/v1', 'VirtualService', 'checkout'),
      findings: [
        {
          path: 'metadata.name',
          message: 'must be a name that Flagger does not use, got checkout, which it makes for Canary shop/checkout;'
            + ' drop this VirtualService',
        },
      ],
    },
    {
      name: 'a DestinationRule',
      yaml: canary() + object('networking.istio.io/v1', 'DestinationRule', 'checkout-canary'),
      findings: [
        {
          path: 'metadata.name',
          message: 'must be a name that Flagger does not use, got checkout-canary, which it makes for Canary'
            + ' shop/checkout; drop this DestinationRule',
        },
      ],
    },
    {
      name: 'an HTTPRoute',
      yaml: canary({ provider: 'gatewayapi:v1' }) + object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'checkout'),
      findings: [
        {
          path: 'metadata.name',
          message: 'must be a name that Flagger does not use, got checkout, which it makes for Canary shop/checkout;'
            + ' drop this HTTPRoute',
        },
      ],
    },
    {
      name: 'the copy of an Ingress',
      yaml: canary({ provider: 'nginx', spec: '\ningressRef: { apiVersion: networking.k8s.io/v1, kind: Ingress, name: shop }' }) + object('networking.k8s.io/v1', 'Ingress', 'shop-canary'),
      findings: [
        {
          path: 'metadata.name',
          message: 'must be a name that Flagger does not use, got shop-canary, which it makes for Canary shop/checkout;'
            + ' drop this Ingress',
        },
      ],
    },
    {
      name: 'the copy of an ApisixRoute',
      yaml: canary({ provider: 'apisix', spec: '\nrouteRef: { apiVersion: apisix.apache.org/v2, kind: ApisixRoute, name: shop }' }) + object('apisix.apache.org/v2', 'ApisixRoute', 'shop-checkout-canary'),
      findings: [
        {
          path: 'metadata.name',
          message: 'must be a name that Flagger does not use, got shop-checkout-canary, which it makes for Canary'
            + ' shop/checkout; drop this ApisixRoute',
        },
      ],
    },
  ],
});
