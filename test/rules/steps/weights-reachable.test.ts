import { weightsReachable } from '../../../src/rules/steps/weights-reachable';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const path = 'spec.strategy.canary.steps[0].setWeight';
const bare = (replicas: number | null, weights: number[], posts = '{ maxSurge: 25%, maxUnavailable: 0 }'): string => rollout({
  replicas,
  strategy: `\ncanary:\n  ${posts.slice(1, -1).replace(', ', '\n  ').trim()}\n  steps: [${weights.map((weight) => `{ setWeight: ${weight} }`).join(', ')}]`,
});

testRule(weightsReachable, {
  valid: [
    { name: 'the weights of five pods', yaml: bare(5, [20, 40, 60, 80]) },
    { name: 'the weights of three pods', yaml: bare(3, [33, 67]) },
    { name: 'one that is nearly reached', yaml: bare(10, [12]) },
    { name: 'any weight with a router', yaml: rollout({ replicas: 1, canary: '\ntrafficRouting: { nginx: {} }', steps: '[{ setWeight: 5 }]' }) },
    {
      name: 'a Rollout that something scales',
      yaml: `${rollout({ replicas: 1, steps: '[{ setWeight: 5 }]' })}---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout } }
`,
    },
    { name: 'everything and nothing', yaml: bare(3, [0, 100]) },
  ],
  invalid: [
    {
      name: 'five percent of three pods',
      yaml: bare(3, [5]),
      findings: [{ path, class: 'risky', message: 'reaches 25 %, not 5 %: 3 replicas give 1 of 4 pods; write setWeight: 25, raise replicas, or add a traffic router' }],
    },
    {
      name: 'a stage that changes nothing',
      yaml: bare(3, [25, 28]),
      findings: [{ path: 'spec.strategy.canary.steps[1].setWeight', message: /^changes nothing: 3 replicas give 1 of 4 pods, 25 %, as for weight 25; write setWeight: 25 or 33,/ }],
    },
    {
      name: 'a weight at which the controller starts no canary',
      yaml: bare(5, [90], '{ maxSurge: 0, maxUnavailable: 1 }'),
      findings: [{ path, class: 'broken', message: /^starts no canary: 5 replicas give 0 of 5 pods for weight 90 with maxSurge 0; write setWeight: 80,/ }],
    },
    {
      name: 'a canary of one replica that may not surge',
      yaml: bare(1, [20], '{ maxSurge: 0, maxUnavailable: 1 }'),
      findings: [{ path, class: 'broken', message: /1 replica gives 0 of 1 pods/ }],
    },
    { name: 'no replicas, which means one', yaml: bare(null, [20]), findings: [{ path, message: /reaches 50 %, not 20 %: 1 replica gives 1 of 2 pods/ }] },
  ],
});
