import { canaryProviderNeeds } from '../../../src/rules/flagger/canary-provider-needs';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const INGRESS = '\ningressRef: { apiVersion: networking.k8s.io/v1, kind: Ingress, name: checkout }';
const upstream = (namespace: string) => `\nupstreamRef: { apiVersion: gloo.solo.io/v1, kind: Upstream, name: checkout${namespace} }`;
const UPSTREAM = '---\napiVersion: gloo.solo.io/v1\nkind: Upstream\nmetadata: { name: checkout, namespace: shop }\nspec: {}\n';
const ROUTE = '---\napiVersion: apisix.apache.org/v2\nkind: ApisixRoute\nmetadata: { name: shop, namespace: shop }\nspec: { http: [] }\n';
const GATEWAY = '---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: shop, namespace: gateways }\nspec: { listeners: [] }\n';

testRule(canaryProviderNeeds, {
  valid: [
    { name: 'a mesh, which needs nothing', yaml: canary() },
    { name: 'an Ingress for NGINX', yaml: canary({ provider: 'nginx', spec: INGRESS }) },
    { name: 'an Upstream of Gloo with its namespace', yaml: canary({ provider: 'gloo', spec: upstream(', namespace: shop') }) + UPSTREAM },
    { name: 'a Gateway', yaml: canary({ provider: 'gatewayapi:v1', service: '{ port: 80, gatewayRefs: [{ name: shop }] }' }) },
    { name: 'nobody knows the provider', yaml: canary({ provider: null }) },
  ],
  invalid: [
    {
      name: 'NGINX without an Ingress',
      yaml: canary({ provider: 'nginx' }),
      findings: [
        {
          path: 'spec.ingressRef',
          message: 'must be there for provider nginx, got none; write ingressRef: { apiVersion: networking.k8s.io/v1,'
            + ' kind: Ingress, name: ... }',
        },
      ],
    },
    {
      name: 'an Ingress without a name',
      yaml: canary({ provider: 'skipper', spec: INGRESS.replace('name: checkout', 'name: ""') }),
      findings: [
        {
          path: 'spec.ingressRef',
          message: 'must be there for provider skipper, got none; write ingressRef: { apiVersion: networking.k8s.io/v1,'
            + ' kind: Ingress, name: ... }',
        },
      ],
    },
    {
      name: 'APISIX without a route, where there is one',
      yaml: canary({ provider: 'apisix' }) + ROUTE,
      findings: [
        {
          path: 'spec.routeRef',
          message: 'must be there for provider apisix, got none; write routeRef: { apiVersion: apisix.apache.org/v2,'
            + ' kind: ApisixRoute, name: shop }',
        },
      ],
    },
    {
      name: 'the Gateway API without a Gateway',
      yaml: canary({ provider: 'gatewayapi:v1', service: '{ port: 80, gatewayRefs: [] }' }),
      findings: [
        {
          path: 'spec.service.gatewayRefs',
          message: 'must be there for provider gatewayapi:v1, got none; write gatewayRefs: [{ name: ..., namespace: ...'
            + ' }]',
        },
      ],
    },
    {
      name: 'the Gateway API where there is one Gateway',
      yaml: canary({ provider: 'gatewayapi:v1beta1' }) + GATEWAY,
      findings: [
        {
          path: 'spec.service.gatewayRefs',
          message: 'must be there for provider gatewayapi:v1beta1, got none; write gatewayRefs: [{ name: shop,'
            + ' namespace: gateways }]',
        },
      ],
    },
    {
      name: 'App Mesh without its mesh',
      yaml: canary({ provider: 'appmesh' }),
      findings: [
        { path: 'spec.service.meshName', message: 'must be there for provider appmesh, got none; write meshName: ...' },
      ],
    },
    {
      name: 'App Mesh with an empty name',
      yaml: canary({ provider: 'appmesh', service: "{ port: 80, meshName: '' }" }),
      findings: [
        { path: 'spec.service.meshName', message: 'must be the name of the mesh, got nothing; write the name of the Mesh' },
      ],
    },
    {
      name: 'an Upstream of Gloo without a namespace',
      yaml: canary({ provider: 'gloo', spec: upstream('') }),
      findings: [
        {
          path: 'spec.upstreamRef.namespace',
          message: 'must be the namespace of the Upstream, got none: that of the Canary is not taken for it; write'
            + ' namespace: shop',
        },
      ],
    },
    {
      name: 'an Upstream of Gloo that is not there',
      yaml: canary({ provider: 'gloo', spec: upstream(', namespace: gloo') }) + UPSTREAM,
      findings: [
        {
          path: 'spec.upstreamRef.name',
          message: 'names Upstream checkout, which is not in the input; add Upstream checkout to gloo, or correct the'
            + ' name',
          class: 'broken',
        },
      ],
    },
  ],
});
