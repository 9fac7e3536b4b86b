import { canarySessionAffinity } from '../../../src/rules/flagger/canary-session-affinity';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const HEADERS = '{ port: 80, headers: { response: { add: { x-version: new } } } }';
const MATCH = '\nmatch: [{ headers: { x-tester: { exact: me } } }]';
const sticky = (provider: string | null, more = '') => canary({ provider, analysis: `\nsessionAffinity: { cookieName: canary${more} }` });

testRule(canarySessionAffinity, {
  valid: [
    { name: 'cookies for Istio', yaml: sticky('istio', ', primaryCookieName: primary') },
    { name: 'the cookie of the canary for an older Gateway API', yaml: sticky('gatewayapi:v1beta1') },
    { name: 'an audience of Istio', yaml: canary({ analysis: `\nsessionAffinity: { cookieName: canary }${MATCH}` }) },
    { name: 'what is never looked at', yaml: canary({ provider: 'nginx', analysis: '\nsessionAffinity: { cookieName: canary }', spec: '\nskipAnalysis: true' }) },
    { name: 'nobody knows the provider', yaml: sticky(null) },
    { name: 'headers of responses for Istio', yaml: canary({ service: HEADERS, analysis: '\nsessionAffinity: { cookieName: canary }' }) },
  ],
  invalid: [
    {
      name: 'an audience of weights for the Gateway API',
      yaml: canary({ provider: 'gatewayapi:v1', analysis: `\nsessionAffinity: { cookieName: canary }${MATCH}` }),
      findings: [
        {
          path: 'spec.analysis.sessionAffinity',
          class: 'broken',
          message: 'must not be there beside match: Flagger writes the route anew at each interval, without the canary,'
            + ' so that the analysis never gets beyond its first weight; drop it, or match',
        },
      ],
    },
    {
      name: 'an A/B test for the Gateway API that is promoted in steps',
      yaml: canary({
        provider: 'gatewayapi:v1beta1', course: '\niterations: 10', analysis: `\nsessionAffinity: { cookieName: canary }${MATCH}\nstepWeightPromotion: 20`,
      }),
      findings: [
        { path: 'spec.analysis.sessionAffinity', class: 'risky', message: /and sends its audience there again at the end of the interval; drop it, or match/ },
        {
          path: 'spec.analysis.stepWeightPromotion',
          class: 'broken',
          message: 'must be 0 beside match and sessionAffinity, got 20: the promotion never ends; write stepWeightPromotion: 0',
        },
      ],
    },
    {
      name: 'a provider that keeps nobody',
      yaml: sticky('nginx'),
      findings: [
        { path: 'spec.analysis.sessionAffinity', message: 'is not looked at by provider nginx: visitors meet both versions; drop it' },
      ],
    },
    {
      name: 'Istio over TCP',
      yaml: canary({ service: '{ port: 80, appProtocol: tcp }', analysis: '\nsessionAffinity: { cookieName: canary }' }),
      findings: [
        { path: 'spec.analysis.sessionAffinity', message: 'is not looked at by Istio with appProtocol: tcp: visitors meet both versions; drop it' },
      ],
    },
    {
      name: 'the cookie of the primary for an older Gateway API',
      yaml: sticky('gatewayapi:v1beta1', ', primaryCookieName: primary'),
      findings: [
        {
          path: 'spec.analysis.sessionAffinity.primaryCookieName',
          message: 'is not looked at by provider gatewayapi:v1beta1: only visitors of the canary are kept; drop it, or'
            + ' move to gatewayapi:v1',
        },
      ],
    },
    {
      name: 'an interval that is none beside the cookie of the primary',
      yaml: sticky('istio', ', primaryCookieName: primary').replace('interval: 1m\n', 'interval: 1m30\n'),
      findings: [
        {
          path: 'spec.analysis.interval',
          class: 'broken',
          message: 'must be a duration such as 90s, by which the cookie of the primary ends, got 1m30: no weight can be'
            + ' written; write interval: 1m',
        },
      ],
    },
    {
      name: 'headers of responses for the Gateway API',
      yaml: canary({ provider: 'gatewayapi:v1', service: HEADERS, analysis: '\nsessionAffinity: { cookieName: canary }' }),
      findings: [
        {
          path: 'spec.service.headers.response',
          class: 'broken',
          message: 'is a second change of response headers beside that which ends a cookie, and the API server refuses'
            + ' the HTTPRoute: no promotion and no rollback comes to its end; drop it, or sessionAffinity',
        },
      ],
    },
  ],
});
