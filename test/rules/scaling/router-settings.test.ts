import { routerSettings } from '../../../src/rules/scaling/router-settings';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const nginx = '\ntrafficRouting: { nginx: { stableIngress: checkout } }';
const withTotal = (router: string) => `\ntrafficRouting: { maxTrafficWeight: 1000, ${router} }`;
const unseen = (path: string, otherwise: string) => ({
  path: `spec.strategy.canary.${path}`, message: `needs a router, got none: ${otherwise}; drop it, or add trafficRouting`,
});

testRule(routerSettings, {
  valid: [
    { name: 'a canary without a router and without what only a router knows', yaml: rollout() },
    {
      name: 'all of it behind a router',
      yaml: rollout({
        strategy: `
canary:
  minPodsPerReplicaSet: 2
  scaleDownDelaySeconds: 60
  scaleDownDelayRevisionLimit: 2
  abortScaleDownDelaySeconds: 60${nginx.replace('\n', '\n  ')}`,
      }),
    },
    { name: 'another whole where the router counts so', yaml: rollout({ strategy: `\ncanary:${withTotal('nginx: { stableIngress: a }').replace('\n', '\n  ')}` }) },
    { name: 'a stable version that is not to give up pods', yaml: rollout({ canary: '\ndynamicStableScale: false' }) },
  ],
  invalid: [
    {
      name: 'delays of an old version that no router keeps',
      yaml: rollout({ canary: '\nscaleDownDelaySeconds: 30\ndynamicStableScale: true' }),
      findings: [unseen('dynamicStableScale', 'the controller refuses it'), unseen('scaleDownDelaySeconds', 'the controller refuses it')]
        .map(each => ({ ...each, class: 'refused' as const })),
    },
    {
      name: 'what is not looked at',
      yaml: rollout({ canary: '\nabortScaleDownDelaySeconds: 30\nminPodsPerReplicaSet: 2' }),
      findings: [
        unseen('abortScaleDownDelaySeconds', 'the controller does not look at it: pods are exchanged, and none is left over'),
        unseen('minPodsPerReplicaSet', 'the controller does not look at it: pods are the traffic'),
      ].map(each => ({ ...each, class: 'risky' as const })),
    },
    {
      name: 'a stable version that gives up its pods and keeps them',
      yaml: rollout({ strategy: `\ncanary:\n  dynamicStableScale: true\n  scaleDownDelaySeconds: 30${nginx.replace('\n', '\n  ')}` }),
      findings: [{
        path: 'spec.strategy.canary.dynamicStableScale',
        message: 'cannot be combined with scaleDownDelaySeconds: the stable version has no pods left to keep; drop dynamicStableScale, or scaleDownDelaySeconds',
        class: 'refused',
      }],
    },
    {
      name: 'another whole where the router counts percentages, and a surge behind it',
      yaml: rollout({ canary: withTotal('istio: { virtualService: { name: a } }') }),
      findings: [
        { path: 'spec.strategy.canary.maxSurge', message: /^does nothing behind a router/, class: 'advice' },
        {
          path: 'spec.strategy.canary.trafficRouting.maxTrafficWeight',
          message: 'needs a router that counts so (nginx and plugins), got istio; drop it, and write weights from 0 to 100',
          class: 'refused',
        },
      ],
    },
  ],
});
