import { canaryServiceFields } from '../../../src/rules/flagger/canary-service-fields';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const serving = (fields: string, provider: string | null = 'istio') => canary({ provider, service: `{ port: 80, ${fields} }` });

testRule(canaryServiceFields, {
  valid: [
    { name: 'what Istio reads', yaml: serving('timeout: 15s, hosts: [shop], trafficPolicy: { tls: { mode: DISABLE } }') },
    { name: 'what the Gateway API reads', yaml: serving('timeout: 15s, gatewayRefs: [{ name: shop }], match: [{ uri: { prefix: / } }]', 'gatewayapi:v1') },
    { name: 'what everybody reads', yaml: serving('portName: web, portDiscovery: true', 'kuma') },
    { name: 'the first prefix for Contour', yaml: serving('match: [{ uri: { prefix: /orders } }], retries: { attempts: 3 }', 'contour') },
    { name: 'what says nothing', yaml: serving('delegation: false, hosts: []', 'traefik') },
    { name: 'nobody knows the provider', yaml: serving('timeout: 15s', null) },
  ],
  invalid: [
    {
      name: 'a timeout for Traefik',
      yaml: serving('timeout: 15s', 'traefik'),
      findings: [
        { path: 'spec.service.timeout', message: 'is not read for provider traefik; drop it' },
      ],
    },
    {
      name: 'retries for the Gateway API',
      yaml: serving('retries: { attempts: 3 }', 'gatewayapi:v1'),
      findings: [
        { path: 'spec.service.retries', message: 'is not read for provider gatewayapi:v1; drop it' },
      ],
    },
    {
      name: 'a timeout for an older Gateway API',
      yaml: serving('timeout: 15s', 'gatewayapi:v1beta1'),
      findings: [
        { path: 'spec.service.timeout', message: 'is not read for provider gatewayapi:v1beta1; drop it' },
      ],
    },
    {
      name: 'parts of a match for the Gateway API',
      yaml: serving('match: [{ uri: { prefix: / }, ignoreUriCase: true, sourceLabels: { app: shop } }]', 'gatewayapi:v1'),
      findings: [
        {
          path: 'spec.service.match[0].ignoreUriCase',
          message: 'is not read for provider gatewayapi:v1, so that requests are matched whatever it says; drop it',
        },
        {
          path: 'spec.service.match[0].sourceLabels',
          message: 'is not read for provider gatewayapi:v1, so that requests are matched whatever it says; drop it',
        },
      ],
    },
    {
      name: 'patterns of origins for the Gateway API',
      yaml: serving('corsPolicy: { maxAge: 24h, allowOrigins: [{ exact: https://example.com }] }', 'gatewayapi:v1'),
      findings: [
        {
          path: 'spec.service.corsPolicy.allowOrigins',
          message: 'is not read for provider gatewayapi:v1, which takes plain origins; write allowOrigin: [https://...]'
            + ' instead',
        },
      ],
    },
    {
      name: 'headers and a second match for Contour',
      yaml: serving('match: [{ headers: { x-user: { exact: qa } } }, { uri: { prefix: /orders } }]', 'contour'),
      findings: [
        {
          path: 'spec.service.match[0].headers',
          message: 'is not read for provider contour, which takes the prefix of the first match; write uri: { prefix: /'
            + ' } instead',
        },
        { path: 'spec.service.match[1].uri', message: 'is not read for provider contour, which takes the prefix of the first match; drop it' },
      ],
    },
    {
      name: 'a timeout over TCP',
      yaml: serving('appProtocol: tcp, timeout: 15s'),
      findings: [
        { path: 'spec.service.timeout', message: 'is not read for Istio with appProtocol: tcp; drop it' },
      ],
    },
    {
      name: 'a parameter that Flagger has not',
      yaml: serving('trafficPolicy: { loadBalancer: { consistentHash: { httpQueryParameterName: user } } }'),
      findings: [
        {
          path: 'spec.service.trafficPolicy.loadBalancer.consistentHash.httpQueryParameterName',
          message: 'is not read by Flagger, although its definition has it: requests are spread without it; write'
            + ' httpHeaderName: ... instead',
        },
      ],
    },
  ],
});
