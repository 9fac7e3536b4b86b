import { canaryApisixRoute } from '../../../src/rules/flagger/canary-apisix-route';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const routed = () => canary({ provider: 'apisix', spec: '\nrouteRef: { apiVersion: apisix.apache.org/v2, kind: ApisixRoute, name: shop }' });
const route = (backends: string) => `---
apiVersion: apisix.apache.org/v2
kind: ApisixRoute
metadata: { name: shop, namespace: shop }
spec: { http: [{ name: main, match: { paths: [/*] }, backends: ${backends} }] }
`;

testRule(canaryApisixRoute, {
  valid: [
    { name: 'a rule that leads to the Service', yaml: routed() + route('[{ serviceName: checkout, servicePort: 80 }]') },
    { name: 'another rule beside it', yaml: routed() + route('[{ serviceName: checkout, servicePort: 80 }]').replace('http: [', 'http: [{ name: help, backends: [{ serviceName: help }, { serviceName: faq }] }, ') },
  ],
  invalid: [
    {
      name: 'a route that is not there',
      yaml: routed(),
      findings: [
        {
          path: 'spec.routeRef.name',
          message: 'names ApisixRoute shop, which is not in the input; add ApisixRoute shop to shop, or correct the name',
        },
      ],
    },
    {
      name: 'a route that leads elsewhere',
      yaml: routed() + route('[{ serviceName: payment, servicePort: 80 }]'),
      findings: [
        {
          path: 'spec.http[0].backends[0].serviceName',
          message: 'must lead to Service checkout of Canary shop/checkout, got payment; write serviceName: checkout',
        },
      ],
    },
    {
      name: 'a route without rules',
      yaml: routed() + route('[]'),
      findings: [
        {
          path: 'spec.routeRef.name',
          message: 'must lead to Service checkout of Canary shop/checkout, got no Service; write serviceName: checkout'
            + ' in a rule of ApisixRoute shop',
        },
      ],
    },
    {
      name: 'a rule that leads to others too',
      yaml: routed() + route('[{ serviceName: checkout, servicePort: 80 }, { serviceName: help, servicePort: 80 }]'),
      findings: [
        {
          path: 'spec.http[0].backends',
          message: 'must lead to Service checkout alone, got 2 Services; keep serviceName: checkout, and move the'
            + ' others to rules of their own',
        },
      ],
    },
  ],
});
