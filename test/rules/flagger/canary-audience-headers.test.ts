import { canaryAudienceHeaders } from '../../../src/rules/flagger/canary-audience-headers';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const test = (provider: string, match: string) => canary({ provider, course: '\niterations: 10', analysis: `\nmatch: ${match}` });

testRule(canaryAudienceHeaders, {
  valid: [
    { name: 'a beginning for Istio', yaml: test('istio', '[{ headers: { x-user: { prefix: qa- } } }]') },
    { name: 'a regular expression for the Gateway API', yaml: test('gatewayapi:v1', '[{ headers: { x-user: { regex: qa-.* } } }]') },
    { name: 'a header and a cookie for NGINX', yaml: test('nginx', '[{ headers: { x-user: { exact: insider } } }, { headers: { cookie: { exact: canary } } }]') },
    { name: 'a beginning for Contour', yaml: test('contour', '[{ headers: { x-user: { prefix: qa- } } }]') },
    { name: 'a comparison that no provider looks at', yaml: test('traefik', '[{ headers: { x-user: { prefix: qa- } } }]') },
  ],
  invalid: [
    {
      name: 'a beginning for the Gateway API',
      yaml: test('gatewayapi:v1', '[{ headers: { x-user: { prefix: qa- } } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].headers.x-user.prefix',
          message: 'must be exact or regex for provider gatewayapi:v1, got prefix: Flagger drops the whole list at it,'
            + ' and everybody is sent to the canary; write regex: "^qa-.*" instead',
        },
      ],
    },
    {
      name: 'the beginning of a parameter for the Gateway API',
      yaml: test('gatewayapi:v1', '[{ queryParams: { user: { prefix: qa. } } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].queryParams.user.prefix',
          message: 'must be exact or regex for provider gatewayapi:v1, got prefix: Flagger drops the whole list at it,'
            + ' and everybody is sent to the canary; write regex: "^qa\\\\..*" instead',
        },
      ],
    },
    {
      name: 'the end for Gloo',
      yaml: test('gloo', '[{ headers: { x-user: { suffix: -qa } } }]'),
      findings: [
        {
          path: 'spec.analysis.match',
          class: 'advice',
          message: 'makes the one route that Flagger writes for Gloo: requests of all others find none, also between'
            + ' releases; add a route for them to the VirtualService, behind that to this table',
        },
        {
          path: 'spec.analysis.match[0].headers.x-user.suffix',
          message: 'must be exact or regex for provider gloo, got suffix: Gloo would look whether there is such a'
            + ' header, whatever it says; write regex: ".*-qa$" instead',
        },
      ],
    },
    {
      name: 'labels for the Gateway API',
      yaml: test('gatewayapi:v1beta1', '[{ sourceLabels: { app: shop } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].sourceLabels',
          message: 'is not looked at by the Gateway API; with no header beside it the entry means nobody, and alone it'
            + ' means everybody; drop it, and name a header of the requests',
        },
      ],
    },
    {
      name: 'several headers for NGINX',
      yaml: test('nginx', '[{ headers: { x-user: { exact: insider }, x-group: { exact: qa } } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].headers.x-group',
          message: 'is one of 2 headers, of which NGINX takes the last that Flagger happens to read; drop all but one',
        },
      ],
    },
    {
      name: 'Cookie with a capital for NGINX',
      yaml: test('nginx', '[{ headers: { Cookie: { exact: canary } } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].headers.Cookie',
          message: 'is taken for a header by NGINX, which knows cookies as cookie alone, got Cookie; write cookie: {'
            + ' exact: ... }, with the name of the cookie, in the place of Cookie',
        },
      ],
    },
    {
      name: 'a cookie by a regular expression for NGINX',
      yaml: test('nginx', '[{ headers: { cookie: { regex: .*canary=always.* } } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].headers.cookie.regex',
          message: 'must be exact, the name of a cookie whose value is always, got regex: NGINX then looks at no'
            + ' cookie; write exact: canary instead',
        },
      ],
    },
    {
      name: 'a cookie with its value for NGINX',
      yaml: test('nginx', '[{ headers: { cookie: { exact: canary=always } } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].headers.cookie.exact',
          message: 'must be the name of a cookie, whose value is always, got canary=always; write exact: canary',
        },
      ],
    },
    {
      name: 'the beginning of a header for NGINX',
      yaml: test('nginx', '[{ headers: { x-user: { prefix: qa- } } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].headers.x-user.prefix',
          message: 'must be exact or regex for provider nginx, got prefix: NGINX would ask for the value always; write'
            + ' regex: "^qa-.*" instead',
        },
      ],
    },
    {
      name: 'a regular expression for Contour',
      yaml: test('contour', '[{ headers: { x-user: { regex: qa-.* } } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].headers.x-user.regex',
          message: 'must be exact, prefix or suffix for provider contour, got regex: Contour would compare with an'
            + ' empty text, and nobody is sent to the canary; write prefix: qa- instead',
        },
      ],
    },
    {
      name: 'one that Contour has no words for',
      yaml: test('contour', '[{ headers: { x-user: { regex: "(qa|dev).*" } } }]'),
      findings: [
        {
          path: 'spec.analysis.match[0].headers.x-user.regex',
          message: 'must be exact, prefix or suffix for provider contour, got regex: Contour would compare with an'
            + ' empty text, and nobody is sent to the canary; write exact: ..., or prefix: ..., instead',
        },
      ],
    },
    {
      name: 'several entries for Contour',
      yaml: test('contour', '[{ headers: { x-user: { exact: qa } } }, { headers: { x-group: { exact: qa } } }]'),
      findings: [
        {
          path: 'spec.analysis.match',
          class: 'risky',
          message: 'has several entries, of which Contour asks for all at once; write one entry, or headers that a'
            + ' request has all together',
        },
      ],
    },
  ],
});
