import { oneScaler } from '../../../src/rules/scaling/one-scaler';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const target = '{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }';
const hpa = (name: string): string => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name}, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 10, scaleTargetRef: ${target} }
`;
const keda = `---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: lag, namespace: shop }
spec: { minReplicaCount: 1, scaleTargetRef: ${target} }
`;
const scaled = rollout({ replicas: null });
const announced = scaled.replace('namespace: shop }', 'namespace: shop, annotations: { rolloutkit.dev/replicas: 1-20 } }');

testRule(oneScaler, {
  valid: [
    { name: 'a number of pods', yaml: rollout() },
    { name: 'one autoscaler', yaml: scaled + hpa('checkout') },
    { name: 'one ScaledObject', yaml: scaled + keda },
    { name: 'what is told to scale it from elsewhere', yaml: announced },
    { name: 'an autoscaler of another Rollout beside it', yaml: scaled + hpa('checkout') + hpa('payment').replace(/name: checkout }/, 'name: payment }') },
  ],
  invalid: [
    {
      name: 'two autoscalers',
      yaml: scaled + hpa('cpu') + hpa('memory'),
      findings: [{ path: 'spec.replicas', class: 'broken', message: 'must be left to one of them, got HorizontalPodAutoscaler shop/cpu and HorizontalPodAutoscaler shop/memory; drop the others' }],
    },
    {
      name: 'an autoscaler beside KEDA, which writes one of its own',
      yaml: scaled + keda + hpa('cpu'),
      findings: [{ path: 'spec.replicas', message: /got HorizontalPodAutoscaler shop\/cpu and ScaledObject shop\/lag/ }],
    },
    {
      name: 'an autoscaler beside what scales from elsewhere',
      yaml: announced + hpa('cpu'),
      findings: [{ path: 'spec.replicas', message: /got HorizontalPodAutoscaler shop\/cpu and what the annotation rolloutkit.dev\/replicas tells of, "1-20"/ }],
    },
  ],
});
