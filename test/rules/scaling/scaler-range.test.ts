import { scalerRange } from '../../../src/rules/scaling/scaler-range';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const target = 'scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }';
const hpa = (limits: string): string => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { ${limits}, ${target} }
`;
const keda = (limits: string): string => `---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: lag, namespace: shop }
spec: { ${limits}${target} }
`;
const scaled = rollout({ replicas: null });
const announced = (range: string): string => scaled.replace('namespace: shop }', `namespace: shop, annotations: { rolloutkit.dev/replicas: "${range}" } }`);

testRule(scalerRange, {
  valid: [
    { name: 'a range', yaml: scaled + hpa('minReplicas: 2, maxReplicas: 10') },
    { name: 'an autoscaler without a minimum, which keeps one', yaml: scaled + hpa('maxReplicas: 10') },
    { name: 'KEDA that keeps one', yaml: scaled + keda('minReplicaCount: 1, ') },
    { name: 'KEDA of something else', yaml: rollout() + keda('').replace('name: checkout }', 'name: worker }') },
    { name: 'a range that is told of', yaml: announced('3-20') },
  ],
  invalid: [
    {
      name: 'KEDA as it comes',
      yaml: scaled + keda(''),
      findings: [{
        path: 'spec.minReplicaCount',
        class: 'risky',
        resource: 'ScaledObject shop/lag',
        message: 'must be at least 1, got none, which is 0: a release that comes while Rollout shop/checkout has no pods meets none; write minReplicaCount: 1',
      }],
    },
    { name: 'an autoscaler that goes down to nothing', yaml: scaled + hpa('minReplicas: 0, maxReplicas: 10'), findings: [{ path: 'spec.minReplicas', message: /must be at least 1, got 0/ }] },
    {
      name: 'limits the wrong way round',
      yaml: scaled + hpa('minReplicas: 5, maxReplicas: 3'),
      findings: [{ path: 'spec.maxReplicas', class: 'broken', message: 'must be at least the fewest, which are 5, got 3; write maxReplicas: 5 or more' }],
    },
    { name: 'a told range that begins at nothing', yaml: announced('0-20'), findings: [{ path: 'metadata.annotations["rolloutkit.dev/replicas"]', message: /begins at 0/ }] },
    {
      name: 'a told range that is none',
      yaml: announced('many'),
      findings: [{ path: 'metadata.annotations["rolloutkit.dev/replicas"]', class: 'broken', message: 'must be the fewest and the most pods, got "many"; write for example rolloutkit.dev/replicas: 3-20' }],
    },
  ],
});
