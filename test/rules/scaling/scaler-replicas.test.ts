import { scalerReplicas } from '../../../src/rules/scaling/scaler-replicas';
import { adopting } from '../adopted';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const hpa = (name: string): string => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { maxReplicas: 10, scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: ${name} } }
`;

testRule(scalerReplicas, {
  valid: [
    { name: 'a Rollout without replicas', yaml: rollout({ replicas: null }) + hpa('checkout') },
    { name: 'an autoscaler of another Rollout', yaml: rollout() + hpa('payment') },
    { name: 'a Rollout that takes pods over, and has to come with as many', yaml: adopting({ scaleDown: 'progressively' }) + hpa('checkout') },
  ],
  invalid: [
    {
      name: 'replicas beside an autoscaler',
      yaml: rollout() + hpa('checkout'),
      findings: [{
        path: 'spec.replicas',
        message: 'must not be set beside HorizontalPodAutoscaler shop/checkout, got 5, which every apply puts back; drop replicas',
      }],
    },
  ],
});
