import { canaryProvider } from '../../../src/rules/flagger/canary-provider';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

testRule(canaryProvider, {
  valid: [
    { name: 'a provider of Flagger', yaml: canary({ provider: 'gatewayapi:v1' }) },
    { name: 'none, which Flagger\'s own options say', yaml: canary({ provider: null }) },
  ],
  invalid: [
    {
      name: 'the Gateway API without its version',
      yaml: canary({ provider: 'gatewayapi' }),
      findings: [
        { path: 'spec.provider', message: 'must be a provider of Flagger, got "gatewayapi"; write provider: gatewayapi:v1' },
      ],
    },
    {
      name: 'a misspelt one',
      yaml: canary({ provider: 'treafik' }),
      findings: [
        { path: 'spec.provider', message: 'must be a provider of Flagger, got "treafik"; write provider: traefik' },
      ],
    },
    {
      name: 'one that nothing is like',
      yaml: canary({ provider: 'haproxy-ingress' }),
      findings: [
        {
          path: 'spec.provider',
          message: 'must be a provider of Flagger, got "haproxy-ingress"; write one of kubernetes, istio, linkerd,'
            + ' contour, gloo, nginx, skipper, traefik, apisix, kuma, knative, gatewayapi:v1 and'
            + ' gatewayapi:v1beta1, or drop it, so that Flagger\'s own options say it',
        },
      ],
    },
    {
      name: 'an empty one',
      yaml: canary({ provider: "''" }),
      findings: [
        {
          path: 'spec.provider',
          message: 'must be a provider of Flagger, got ""; write one of kubernetes, istio, linkerd, contour, gloo,'
            + ' nginx, skipper, traefik, apisix, kuma, knative, gatewayapi:v1 and gatewayapi:v1beta1, or drop it,'
            + ' so that Flagger\'s own options say it',
        },
      ],
    },
  ],
});
