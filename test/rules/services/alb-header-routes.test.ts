import { albHeaderRoutes } from '../../../src/rules/services/alb-header-routes';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const exact = (header: string, value = '"1"') => `{ headerName: ${header}, headerValue: { exact: ${value} } }`;
const headers = (matches: readonly string[], { router = 'alb: { ingress: public, servicePort: 80, rootService: root }', name = 'inside' } = {}) => rollout({
  canary: `\nstableService: a\ncanaryService: b\ntrafficRouting: { managedRoutes: [{ name: ${name} }], ${router} }`,
  steps: `[{ setCanaryScale: { replicas: 1 } }, { setHeaderRoute: { name: ${name}, match: [${matches.join(', ')}] } }, { setHeaderRoute: { name: ${name} } }]`,
});
const path = (text: string, service: string, pathType = 'ImplementationSpecific') =>
  `{ path: '${text}', pathType: ${pathType}, backend: { service: { name: ${service}, port: { name: use-annotation } } } }`;
const ingress = (paths: readonly string[], host = 'host: shop.example.com, ') => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: public, namespace: shop }
spec: { rules: [{ ${host}http: { paths: [${paths.join(', ')}] } }] }
`;
const all = ingress([path('/*', 'root')]);
const step = 'spec.strategy.canary.steps[1].setHeaderRoute';

testRule(albHeaderRoutes, {
  valid: [
    { name: 'a header before a pattern for everything', yaml: headers([exact('x-inside')]) + all },
    { name: 'a path of its own beside one for everything', yaml: headers([exact('x-inside')]) + ingress([path('/health', 'root'), path('/*', 'root')]) },
    { name: 'three headers beside a host', yaml: headers([exact('a'), exact('b'), exact('c')]) + all },
    { name: 'four headers where no host is asked for', yaml: headers([exact('a'), exact('b'), exact('c'), exact('d')]) + ingress([path('/*', 'root')], '') },
    { name: 'any value behind another router', yaml: headers(['{ headerName: a, headerValue: { prefix: b } }'], { router: 'istio: {}' }) + all },
    { name: 'a Prefix where no step leads by headers', yaml: rollout({ canary: '\ntrafficRouting: { alb: { ingress: public, servicePort: 80, rootService: root } }' }) + ingress([path('/', 'root', 'Prefix')]) },
    { name: 'a Prefix of somebody else, in an Ingress of its own', yaml: headers([exact('x-inside')]) + all + ingress([path('/', 'cart', 'Prefix')]).replace('public', 'cart') },
  ],
  invalid: [
    {
      name: 'a path that comes before the one of the step',
      yaml: headers([exact('x-inside')]) + ingress([path('/', 'root', 'Prefix')]),
      findings: [{
        path: 'spec.rules[0].http.paths[0].pathType',
        resource: 'Ingress shop/public',
        class: 'broken',
        message: 'must be ImplementationSpecific, since header steps of Rollout shop/checkout add a path of that type to Ingress public, which the load balancer looks at last, got Prefix; '
          + 'write pathType: ImplementationSpecific, and the path as a pattern, such as /*',
      }],
    },
    {
      name: 'requests that go to others',
      yaml: headers([exact('x-inside')]) + ingress([path('/cart/*', 'cart'), path('/*', 'root')]),
      findings: [{
        path: step,
        class: 'risky',
        message: 'takes every request with its headers to the hosts of Ingress public, also those that go to cart; use a header that only requests to this rollout have, or give it an Ingress with hosts of its own',
      }],
    },
    {
      name: 'requests to other paths',
      yaml: headers([exact('x-inside')]) + ingress([path('/shop', 'root'), path('/shop/*', 'root')]),
      findings: [{ path: step, class: 'risky', message: /also those to other paths; / }],
    },
    {
      name: 'requests to other paths of one of two hosts',
      yaml: headers([exact('x-inside')]) + ingress([path('/*', 'root')]).replace('}] } }] }', `}] } }, { host: b.example.com, http: { paths: [${path('/shop', 'root')}] } }] }`),
      findings: [{ path: step, class: 'risky', message: /also those to other paths; / }],
    },
    {
      name: 'values that are not whole',
      yaml: headers(['{ headerName: a, headerValue: { prefix: b } }', '{ headerName: c, headerValue: { exact: d, regex: e } }', '{ headerName: f }']) + all,
      findings: [
        { path: `${step}.match[0].headerValue`, class: 'refused', message: 'must be exact behind a load balancer, got prefix; write headerValue: { exact: b }, with the whole value' },
        { path: `${step}.match[1].headerValue`, message: /got regex; / },
        { path: `${step}.match[2].headerValue`, message: /got nothing; / },
      ],
    },
    {
      name: 'more headers than a rule has room for',
      yaml: headers([exact('a'), exact('b'), exact('c'), exact('d')]) + all,
      findings: [{
        path: `${step}.match`,
        class: 'broken',
        message: 'must hold at most 3 headers, since a rule of a load balancer has 5 conditions with its path and host, got 4; keep those that mark the requests',
      }],
    },
    {
      name: 'a name and a value that are too long',
      yaml: headers([exact('a'.repeat(41), 'b'.repeat(129))]) + all,
      findings: [
        { path: `${step}.match[0].headerName`, message: 'must have at most 40 characters behind a load balancer, got 41; use a shorter one' },
        { path: `${step}.match[0].headerValue.exact`, message: /at most 128 characters behind a load balancer, got 129/ },
      ],
    },
    {
      name: 'a route whose name cannot stand in an Ingress',
      yaml: headers([exact('a')], { name: 'x_inside' }) + all,
      findings: [{
        path: `${step}.name`,
        message: 'must be at most 52 lower-case letters, digits and hyphens, beginning with a letter, which stand in an Ingress then, got "x_inside"; write name: x-inside, here, at the other steps and in managedRoutes',
      }],
    },
  ],
});
