import { disruptionBudget } from '../../../src/rules/disruption/disruption-budget';
import { blueGreen, rollout } from '../manifests';
import { testRule } from '../test-rule';

const budget = (limit: string, selector = '{ matchLabels: { app: checkout } }', name = 'checkout'): string => `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name}, namespace: shop }
spec: { ${limit}, selector: ${selector} }
`;
const hpa = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 10, scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout } }
`;
const routed = (weights: readonly number[]): string => rollout({
  canary: '\ntrafficRouting: { nginx: { stableIngress: checkout } }', steps: `[${weights.map((weight) => `{ setWeight: ${weight} }`).join(', ')}]`,
});
const path = 'spec.maxUnavailable';
const least = 'spec.minAvailable';

testRule(disruptionBudget, {
  valid: [
    { name: 'one pod at a time', yaml: blueGreen() + budget('maxUnavailable: 1') },
    { name: 'a small share of both versions', yaml: blueGreen() + budget('maxUnavailable: 25%') },
    { name: 'pods that stay up in a canary whose versions share the requests', yaml: rollout() + budget('minAvailable: 3') },
    { name: 'more pods that stay up than a canary behind a router has of its own', yaml: routed([5, 25]) + budget('minAvailable: 3') },
    { name: 'pods of another workload', yaml: blueGreen() + budget('minAvailable: 5', '{ matchLabels: { app: payment } }') },
    { name: 'pods that an expression leaves out', yaml: blueGreen() + budget('minAvailable: 5', '{ matchExpressions: [{ key: app, operator: NotIn, values: [checkout] }] }') },
    { name: 'a namespace of its own', yaml: blueGreen() + budget('maxUnavailable: 0').replace('namespace: shop', 'namespace: other') },
    { name: 'a number of pods that nobody knows', yaml: blueGreen('', { replicas: null }) + budget('minAvailable: 5') },
  ],
  invalid: [
    {
      name: 'no pod that may go',
      yaml: rollout() + budget('maxUnavailable: 0'),
      findings: [{ path, class: 'risky', resource: 'PodDisruptionBudget shop/checkout', message: 'must be at least 1, got 0: no pod may go, and no node that holds one is ever emptied; write maxUnavailable: 1' }],
    },
    { name: 'no share that may go', yaml: rollout() + budget('maxUnavailable: 0%'), findings: [{ path, message: /must be at least 1, got "0%"/ }] },
    {
      name: 'as many that stay up as there are',
      yaml: rollout() + budget('minAvailable: 5'),
      findings: [{ path: least, message: 'must leave a pod that may go, got 5 with 5 replicas: no node that holds one is ever emptied; write maxUnavailable: 1 instead' }],
    },
    { name: 'all that stay up', yaml: rollout() + budget('minAvailable: 100%'), findings: [{ path: least, message: /must leave a pod that may go, got "100%"/ }] },
    { name: 'as many that stay up as an autoscaler may leave', yaml: rollout({ replicas: null }) + hpa + budget('minAvailable: 2'), findings: [{ path: least, message: /got 2 with 2 replicas/ }] },
    {
      name: 'pods that stay up in a blue-green, which may be those of the preview',
      yaml: blueGreen() + budget('minAvailable: 3'),
      findings: [{
        path: least,
        class: 'risky',
        message: 'lets all 5 pods of the version with the traffic go at once, got 3, while 5 pods of the preview are beside them; write maxUnavailable: 1 instead, which counts the pods that are down and not those that are up',
      }],
    },
    { name: 'half of both versions, which is one of them', yaml: blueGreen() + budget('maxUnavailable: 50%'), findings: [{ path, message: /lets all 5 pods of the version with the traffic go at once, got "50%", while 5 pods of the preview/ }] },
    { name: 'half of a blue-green that stays up', yaml: blueGreen() + budget('minAvailable: 50%'), findings: [{ path: least, message: /lets all 5 pods of the version with the traffic/ }] },
    {
      name: 'pods that stay up behind a router, which may be those of the canary',
      yaml: routed([5, 50]) + budget('minAvailable: 2'),
      findings: [{ path: least, message: /lets all 5 pods of the version with the traffic go at once, got 2, while 3 pods of the canary are beside them/ }],
    },
    { name: 'as many that may go as there are', yaml: rollout() + budget('maxUnavailable: 5'), findings: [{ path, message: 'lets all 5 pods go at once, got 5; write maxUnavailable: 1' }] },
    {
      name: 'a single pod that may go',
      yaml: rollout({ replicas: 1 }) + budget('maxUnavailable: 1'),
      findings: [{ path, class: 'advice', message: 'lets the only pod go at once, got 1; write replicas: 2 in Rollout shop/checkout, or drop the budget, which keeps nothing' }],
    },
    {
      name: 'the pods of one version alone',
      yaml: rollout() + budget('maxUnavailable: 1', '{ matchLabels: { app: checkout, rollouts-pod-template-hash: 6c5f9d8b7c } }'),
      findings: [{ path: 'spec.selector.matchLabels.rollouts-pod-template-hash', message: 'selects the pods of one version, and the next release has another hash; drop it' }],
    },
    {
      name: 'two budgets of the same pods',
      yaml: rollout() + budget('maxUnavailable: 1') + budget('maxUnavailable: 1', '{ matchExpressions: [{ key: app, operator: In, values: [checkout] }] }', 'house'),
      findings: [{
        path: 'spec.selector',
        class: 'broken',
        resource: 'PodDisruptionBudget shop/house',
        message: 'selects the pods of Rollout shop/checkout, as PodDisruptionBudget shop/checkout does: Kubernetes evicts no pod that has two budgets; drop one of them',
      }],
    },
  ],
});
