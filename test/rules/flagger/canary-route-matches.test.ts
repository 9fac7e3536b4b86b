import { canaryRouteMatches } from '../../../src/rules/flagger/canary-route-matches';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const matching = (entry: string, provider = 'gatewayapi:v1') => canary({ provider, service: `{ port: 80, match: [${entry}] }` });

testRule(canaryRouteMatches, {
  valid: [
    { name: 'a prefix', yaml: matching('{ uri: { prefix: /orders } }') },
    { name: 'a prefix, a method and a header', yaml: matching('{ uri: { prefix: / }, method: { exact: GET }, headers: { x-user: { regex: qa-.* } } }') },
    { name: 'a regular expression, which may be anything', yaml: matching('{ uri: { regex: orders//.* } }') },
    { name: 'an entry without a path for Istio', yaml: matching('{ method: { exact: GET } }', 'istio') },
  ],
  invalid: [
    {
      name: 'a path without its beginning',
      yaml: matching('{ uri: { exact: orders } }'),
      findings: [
        {
          path: 'spec.service.match[0].uri.exact',
          message: 'must be a path that begins with / and has no //, /./, /../, %2f or # in it, got "orders"; write'
            + ' exact: /orders',
        },
      ],
    },
    {
      name: 'a path with two slashes',
      yaml: matching('{ uri: { prefix: /orders//new } }'),
      findings: [
        {
          path: 'spec.service.match[0].uri.prefix',
          message: 'must be a path that begins with / and has no //, /./, /../, %2f or # in it, got "/orders//new";'
            + ' write prefix: /orders/new',
        },
      ],
    },
    {
      name: 'a path that is none',
      yaml: matching('{ uri: { prefix: /orders/../help } }'),
      findings: [
        {
          path: 'spec.service.match[0].uri.prefix',
          message: 'must be a path that begins with / and has no //, /./, /../, %2f or # in it, got "/orders/../help";'
            + ' write for example prefix: /',
        },
      ],
    },
    {
      name: 'nothing of a path',
      yaml: matching('{ uri: {} }'),
      findings: [
        { path: 'spec.service.match[0].uri', message: 'must say exact, prefix or regex of the path, got none; write uri: { prefix: / }' },
      ],
    },
    {
      name: 'a method in small letters',
      yaml: matching('{ uri: { prefix: / }, method: { exact: get } }'),
      findings: [
        {
          path: 'spec.service.match[0].method.exact',
          message: 'must be one of GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE and PATCH, got "get"; write'
            + ' exact: GET',
        },
      ],
    },
    {
      name: 'a method by its beginning',
      yaml: matching('{ uri: { prefix: / }, method: { prefix: P } }'),
      findings: [
        {
          path: 'spec.service.match[0].method.exact',
          message: 'must be one of GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE and PATCH, got none; write'
            + ' exact: GET',
        },
      ],
    },
    {
      name: 'a header by its beginning',
      yaml: matching('{ uri: { prefix: / }, headers: { x-user: { prefix: qa. } } }'),
      findings: [
        {
          path: 'spec.service.match[0].headers.x-user.prefix',
          message: 'must be exact or regex for the Gateway API, got prefix; write regex: "^qa\\\\..*" instead',
        },
      ],
    },
    {
      name: 'a parameter that says nothing',
      yaml: matching("{ uri: { prefix: / }, queryParams: { user: { exact: '' } } }"),
      findings: [
        {
          path: 'spec.service.match[0].queryParams.user.exact',
          message: 'must be exact or regex for the Gateway API, got none; write regex: "^.*" instead',
        },
      ],
    },
    {
      name: 'no path, with weights',
      yaml: matching('{ headers: { x-user: { exact: qa } } }'),
      findings: [
        {
          path: 'spec.service.match[0].uri',
          message: 'must be there beside headers, got none: the API server fills it in, and Flagger writes the route'
            + ' anew, so that the analysis never gets beyond its first weight; write uri: { prefix: / }',
        },
      ],
    },
    {
      name: 'no path, with iterations',
      yaml: canary({ provider: 'gatewayapi:v1', service: '{ port: 80, match: [{ method: { exact: GET } }] }', course: '\niterations: 10' }),
      findings: [
        {
          path: 'spec.service.match[0].uri',
          class: 'risky',
          message: 'must be there beside method, got none: the API server fills it in, and Flagger writes the route'
            + ' anew, without the canary, at every interval; write uri: { prefix: / }',
        },
      ],
    },
  ],
});
