import { canaryMirror } from '../../../src/rules/flagger/canary-mirror';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const mirror = '\nmirror: true';
const match = '\nmatch: [{ headers: { x-tester: { exact: me } } }]';
const sticky = '\nsessionAffinity: { cookieName: canary }';
const iterations = '\niterations: 10';

testRule(canaryMirror, {
  valid: [
    { name: 'no mirroring', yaml: canary({ provider: 'traefik' }) },
    { name: 'mirroring of Istio', yaml: canary({ analysis: mirror }) },
    { name: 'a blue-green behind the Gateway API', yaml: canary({ provider: 'gatewayapi:v1', course: iterations, analysis: mirror }) },
    { name: 'a blue-green of Istio whose visitors stay', yaml: canary({ course: iterations, analysis: mirror + sticky }) },
    { name: 'a provider that nobody knows', yaml: canary({ provider: null, analysis: mirror }) },
    { name: 'what is never looked at', yaml: canary({ provider: 'traefik', analysis: mirror, spec: '\nskipAnalysis: true' }) },
  ],
  invalid: [
    {
      name: 'weights behind the Gateway API',
      yaml: canary({ provider: 'gatewayapi:v1', analysis: mirror }),
      findings: [
        {
          path: 'spec.analysis.mirror',
          message: 'must not be true with provider gatewayapi:v1, which mirrors nothing before a weight: the weight stays at 0 for ever; write mirror: false; only istio can',
          class: 'broken',
        },
      ],
    },
    {
      name: 'TCP behind Istio',
      yaml: canary({ service: '{ port: 80, appProtocol: TCP }', analysis: mirror }),
      findings: [
        { path: 'spec.analysis.mirror', message: /with TCP behind istio/ },
      ],
    },
    {
      name: 'weights of an audience behind Istio',
      yaml: canary({ analysis: mirror + match }),
      findings: [
        {
          path: 'spec.analysis.mirror',
          message: 'must not be true beside match with provider istio, whose route for an audience mirrors nothing: the'
            + ' weight stays at 0 for ever; write mirror: false, or drop match',
          class: 'broken',
        },
      ],
    },
    {
      name: 'weights behind Istio whose visitors stay',
      yaml: canary({ analysis: mirror + sticky }),
      findings: [
        {
          path: 'spec.analysis.mirror',
          message: 'must not be true beside sessionAffinity with provider istio: Flagger mirrors in one route and looks'
            + ' for it in the other, and the weight stays at 0 for ever; write mirror: false, or drop sessionAffinity',
          class: 'broken',
        },
      ],
    },
    {
      name: 'a blue-green behind the Gateway API whose visitors stay',
      yaml: canary({ provider: 'gatewayapi:v1beta1', course: iterations, analysis: mirror + sticky }),
      findings: [
        {
          path: 'spec.analysis.mirror',
          message: 'is taken out of the route at the beginning of each interval beside sessionAffinity, and written again'
            + ' at its end: while webhooks and metrics are asked, nothing is mirrored; write mirror: false, or drop'
            + ' sessionAffinity',
          class: 'risky',
        },
      ],
    },
    {
      name: 'a blue-green where nothing mirrors',
      yaml: canary({ provider: 'nginx', course: iterations, analysis: mirror }),
      findings: [
        {
          path: 'spec.analysis.mirror',
          message: /gets no request before it gets them all; write mirror: false; only istio, gatewayapi:v1 and gatewayapi:v1beta1 can/,
          class: 'risky',
        },
      ],
    },
  ],
});
