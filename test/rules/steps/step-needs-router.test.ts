import { stepNeedsRouter } from '../../../src/rules/steps/step-needs-router';
import { testRule } from '../test-rule';

const rollout = (canary: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout }
spec:
  strategy:
    canary: ${canary}
`;
const header = '{ setHeaderRoute: { name: inside, match: [{ headerName: x-inside, headerValue: { exact: "1" } }] } }';
const weighed = '{ experiment: { templates: [{ name: baseline, specRef: stable, weight: 5 }] } }';

testRule(stepNeedsRouter, {
  valid: [
    { name: 'a header route behind a plugin', yaml: rollout(`{ trafficRouting: { plugins: { a/b: {} } }, steps: [${header}] }`) },
    { name: 'a canary scale behind any router', yaml: rollout('{ trafficRouting: { nginx: { stableIngress: a } }, steps: [{ setCanaryScale: { replicas: 1 } }] }') },
    { name: 'an experiment without a share of the traffic', yaml: rollout('{ steps: [{ experiment: { templates: [{ name: a, specRef: stable }] } }] }') },
    { name: 'an experiment with one, behind Istio', yaml: rollout(`{ trafficRouting: { istio: {} }, steps: [${weighed}] }`) },
  ],
  invalid: [
    {
      name: 'a header route behind nginx',
      yaml: rollout(`{ trafficRouting: { nginx: { stableIngress: a } }, steps: [${header}] }`),
      findings: [{ path: 'spec.strategy.canary.steps[0].setHeaderRoute', message: 'needs a router that can do it (istio, alb, apisix and plugins), got nginx; change the router, or drop the step' }],
    },
    {
      name: 'a canary scale without a router',
      yaml: rollout('{ steps: [{ setCanaryScale: { replicas: 1 } }] }'),
      findings: [{ path: 'spec.strategy.canary.steps[0].setCanaryScale', message: 'needs a router, got none; change the router, or drop the step' }],
    },
    {
      name: 'a share of the traffic for an experiment without a router',
      yaml: rollout(`{ steps: [${weighed}] }`),
      findings: [{ path: 'spec.strategy.canary.steps[0].experiment.templates[0].weight', message: /^needs a router that can do it .*, got none; / }],
    },
  ],
});
