import { canaryRouteValues } from '../../../src/rules/flagger/canary-route-values';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const routed = (fields: string, provider = 'gatewayapi:v1') => canary({ provider, service: `{ port: 80, ${fields} }` });

testRule(canaryRouteValues, {
  valid: [
    { name: 'hosts, timeouts and CORS', yaml: routed('hosts: ["*.example.com", shop.example.com], timeout: 15s, backendTimeout: 5s, corsPolicy: { allowOrigin: [https://example.com], maxAge: 24h }') },
    { name: 'a prefix that is rewritten where it alone is matched', yaml: routed('match: [{ uri: { prefix: /orders } }], rewrite: { uri: /, type: ReplacePrefixMatch }') },
    { name: 'a rewrite of everything', yaml: routed('rewrite: { uri: /, type: ReplacePrefixMatch }') },
    { name: 'a duration with a fraction for Istio', yaml: routed('timeout: 1.5s', 'istio') },
    { name: 'timeouts that an older Gateway API does not read', yaml: routed('timeout: 1.5s', 'gatewayapi:v1beta1') },
  ],
  invalid: [
    {
      name: 'a host with capitals',
      yaml: routed('hosts: [Shop.example.com]'),
      findings: [
        {
          path: 'spec.service.hosts[0]',
          message: 'must be the name of a host in small letters, without a port, got "Shop.example.com"; write'
            + ' shop.example.com',
        },
      ],
    },
    {
      name: 'a host with a port',
      yaml: routed('hosts: ["https://shop.example.com:443"]'),
      findings: [
        {
          path: 'spec.service.hosts[0]',
          message: 'must be the name of a host in small letters, without a port, got "https://shop.example.com:443";'
            + ' write shop.example.com',
        },
      ],
    },
    {
      name: 'all hosts',
      yaml: routed('hosts: ["*"]'),
      findings: [
        {
          path: 'spec.service.hosts[0]',
          message: 'must be the name of a host in small letters, without a port, got "*"; drop it: without hosts the'
            + ' route takes those of its Gateway',
        },
      ],
    },
    {
      name: 'a host that is none',
      yaml: routed('hosts: ["shop_1"]'),
      findings: [
        {
          path: 'spec.service.hosts[0]',
          message: 'must be the name of a host in small letters, without a port, got "shop_1"; write for example'
            + ' shop.example.com',
        },
      ],
    },
    {
      name: 'a duration with a fraction',
      yaml: routed('timeout: 1.5s'),
      findings: [
        {
          path: 'spec.service.timeout',
          message: 'must be a duration in whole hours, minutes, seconds or milliseconds, got "1.5s"; write timeout:'
            + ' 1500ms',
        },
      ],
    },
    {
      name: 'a duration without a unit',
      yaml: routed('timeout: "15"'),
      findings: [
        {
          path: 'spec.service.timeout',
          message: 'must be a duration in whole hours, minutes, seconds or milliseconds, got "15"; write timeout: 15s',
        },
      ],
    },
    {
      name: 'a duration that is none',
      yaml: routed('backendTimeout: soon'),
      findings: [
        {
          path: 'spec.service.backendTimeout',
          message: 'must be a duration in whole hours, minutes, seconds or milliseconds, got "soon"; write for example'
            + ' 15s',
        },
      ],
    },
    {
      name: 'a longer timeout for the backend',
      yaml: routed('timeout: 5s, backendTimeout: 15s'),
      findings: [
        { path: 'spec.service.backendTimeout', message: 'must be at most timeout, 5s, got 15s; write backendTimeout: 5s' },
      ],
    },
    {
      name: 'a prefix that is rewritten where something else is matched',
      yaml: routed('match: [{ uri: { exact: /orders } }], rewrite: { uri: /, type: ReplacePrefixMatch }'),
      findings: [
        {
          path: 'spec.service.rewrite.type',
          message: 'can be ReplacePrefixMatch only where one prefix is matched, and nothing else; write type:'
            + ' ReplaceFullPath',
        },
      ],
    },
    {
      name: 'CORS without a time',
      yaml: routed('corsPolicy: { allowOrigin: [https://example.com] }'),
      findings: [
        {
          path: 'spec.service.corsPolicy.maxAge',
          message: 'must be a duration such as 24h, got none: the API server fills in 5 s, and Flagger writes the route'
            + ' anew, so that the analysis never gets beyond its first weight; write maxAge: 24h',
        },
      ],
    },
    {
      name: 'CORS for days, and iterations',
      yaml: canary({ provider: 'gatewayapi:v1', service: '{ port: 80, corsPolicy: { maxAge: 1d } }', course: '\niterations: 10' }),
      findings: [
        {
          path: 'spec.service.corsPolicy.maxAge',
          class: 'risky',
          message: 'must be a duration such as 24h, got "1d": the API server fills in 5 s, and Flagger writes the route'
            + ' anew, without the canary, at every interval; write maxAge: 24h',
        },
      ],
    },
  ],
});
