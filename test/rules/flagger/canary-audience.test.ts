import { canaryAudience } from '../../../src/rules/flagger/canary-audience';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const MATCH = '\nmatch: [{ headers: { x-canary: { exact: insider } } }]';
const PARAMETERS = '\nmatch: [{ queryParams: { tester: { exact: insider } } }]';
const test = (provider: string | null, match = MATCH) => canary({ provider, course: '\niterations: 10', analysis: match });

testRule(canaryAudience, {
  valid: [
    { name: 'an audience for Istio', yaml: test('istio') },
    { name: 'weights behind a provider that looks at no headers', yaml: canary({ provider: 'linkerd', analysis: MATCH }) },
    { name: 'a parameter for the Gateway API', yaml: test('gatewayapi:v1', PARAMETERS) },
    { name: 'a comparison that the Gateway API has not, of which another rule speaks', yaml: test('gatewayapi:v1', '\nmatch: [{ headers: { x-user: { prefix: qa- } } }]') },
    { name: 'what is never looked at', yaml: canary({ provider: 'traefik', course: '\niterations: 10', analysis: MATCH, spec: '\nskipAnalysis: true' }) },
    { name: 'nobody knows the provider', yaml: test(null) },
    { name: 'no audience', yaml: canary({ provider: 'traefik', course: '\niterations: 10' }) },
  ],
  invalid: [
    {
      name: 'an A/B test behind Traefik',
      yaml: test('traefik'),
      findings: [
        {
          path: 'spec.analysis.match',
          message: 'is not looked at by provider traefik, so that all requests go to the canary from the first'
            + ' iteration on; drop it, or move to a provider that looks at headers: istio over HTTP,'
            + ' gatewayapi:v1, nginx, contour or gloo',
        },
      ],
    },
    {
      name: 'an A/B test of Istio over TCP',
      yaml: canary({ service: '{ port: 80, appProtocol: TCP }', course: '\niterations: 10', analysis: MATCH }),
      findings: [
        {
          path: 'spec.analysis.match',
          message: 'is not looked at by Istio with appProtocol: tcp, so that all requests go to the canary from the'
            + ' first iteration on; drop it, or move to a provider that looks at headers: istio over HTTP,'
            + ' gatewayapi:v1, nginx, contour or gloo',
        },
      ],
    },
    ...['contour', 'gloo'].map((provider) => ({
      name: `parameters behind ${provider}`,
      yaml: test(provider, PARAMETERS),
      findings: [
        {
          path: 'spec.analysis.match',
          class: 'broken' as const,
          message: `must name a header, by which alone provider ${provider} tells requests, got none: all requests go to the`
            + ' canary from the first iteration on; write for example match: [{ headers: { x-tester: { exact: insider } } }]',
        },
      ],
    })),
    {
      name: 'an empty condition for the Gateway API',
      yaml: test('gatewayapi:v1beta1', '\nmatch: [{}]'),
      findings: [
        { path: 'spec.analysis.match', message: /^must name a header or a parameter, by which alone .*, got none: all requests go to the canary/ },
      ],
    },
    {
      name: 'an audience where no traffic moves',
      yaml: test('kubernetes'),
      findings: [
        {
          path: 'spec.analysis.match',
          class: 'risky',
          message: 'is not looked at by provider kubernetes, which sends no request to the canary before it is'
            + ' promoted; drop it',
        },
      ],
    },
  ],
});
