import { canaryRetiredProvider } from '../../../src/rules/flagger/canary-retired-provider';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

testRule(canaryRetiredProvider, {
  valid: [
    { name: 'one that lives', yaml: canary({ provider: 'linkerd' }) },
    { name: 'none', yaml: canary({ provider: null }) },
  ],
  invalid: [
    {
      name: 'ingress-nginx',
      yaml: canary({ provider: 'nginx' }),
      findings: [
        {
          path: 'spec.provider',
          message: 'must be a provider that is maintained, got nginx: ingress-nginx is retired since March 2026: nobody'
            + ' mends it any more, not even where it is open to attacks; write provider: gatewayapi:v1, with a'
            + ' Gateway in gatewayRefs, or move to a mesh or an ingress that lives',
        },
      ],
    },
    {
      name: 'App Mesh',
      yaml: canary({ provider: 'appmesh:v1beta2' }),
      findings: [
        {
          path: 'spec.provider',
          message: 'must be a provider that is maintained, got appmesh:v1beta2: AWS App Mesh ended on 2026-09-30; write'
            + ' provider: gatewayapi:v1, with a Gateway in gatewayRefs, or move to a mesh or an ingress that lives',
        },
      ],
    },
    {
      name: 'the Service Mesh Interface',
      yaml: canary({ provider: 'smi:v1alpha3' }),
      findings: [
        {
          path: 'spec.provider',
          message: 'must be a provider that is maintained, got smi:v1alpha3: the Service Mesh Interface is archived;'
            + ' write provider: gatewayapi:v1, with a Gateway in gatewayRefs, or move to a mesh or an ingress that'
            + ' lives',
        },
      ],
    },
  ],
});
