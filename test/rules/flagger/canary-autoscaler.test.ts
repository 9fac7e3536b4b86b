import { canaryAutoscaler } from '../../../src/rules/flagger/canary-autoscaler';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const scaler = (spec: string, kind = 'HorizontalPodAutoscaler', name = 'checkout') => `---
apiVersion: ${kind === 'ScaledObject' ? 'keda.sh/v1alpha1' : 'autoscaling/v2'}
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec: ${spec}
`;
const ofTarget = '{ scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }, minReplicas: 3, maxReplicas: 10 }';
const named = (more = '', kind = 'HorizontalPodAutoscaler', apiVersion = 'autoscaling/v2') => canary({
  spec: `
autoscalerRef:
  apiVersion: ${apiVersion}
  kind: ${kind}
  name: checkout${more}`,
});
const bounds = (text: string) => `\n  primaryScalerReplicas: ${text}`;

testRule(canaryAutoscaler, {
  valid: [
    { name: 'no autoscaler', yaml: canary() + workload() },
    { name: 'one that the Canary names', yaml: named() + workload() + scaler(ofTarget) },
    { name: 'one of another workload', yaml: canary() + workload() + scaler(ofTarget.replace('checkout', 'payment')) },
    { name: 'the one that Flagger has made', yaml: canary() + workload() + scaler(ofTarget).replace('namespace: shop', 'namespace: shop, ownerReferences: [{ apiVersion: flagger.app/v1beta1, kind: Canary, name: other, uid: a }]') },
    { name: 'other bounds for the primary', yaml: named(bounds('{ minReplicas: 5, maxReplicas: 20 }')) + scaler(ofTarget) },
    { name: 'KEDA, for which a Deployment is meant where nothing is said', yaml: named('', 'ScaledObject', 'keda.sh/v1alpha1') + scaler('{ scaleTargetRef: { name: checkout }, triggers: [] }', 'ScaledObject') },
  ],
  invalid: [
    {
      name: 'an autoscaler that is nowhere',
      yaml: named(),
      findings: [
        {
          path: 'spec.autoscalerRef.name',
          message: 'names HorizontalPodAutoscaler checkout, which is not in the input; add HorizontalPodAutoscaler checkout to shop, or correct the name',
          class: 'broken',
        },
      ],
    },
    {
      name: 'an autoscaler that the Canary does not name',
      yaml: canary() + workload() + scaler(ofTarget),
      findings: [
        {
          path: 'spec.autoscalerRef',
          message: 'must name HorizontalPodAutoscaler shop/checkout, which scales the target and would not scale the primary; write autoscalerRef: { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: checkout }',
          class: 'risky',
        },
      ],
    },
    {
      name: 'the autoscaler of something else',
      yaml: named() + scaler(ofTarget.replace('checkout', 'payment')),
      findings: [
        {
          path: 'spec.autoscalerRef.name',
          message: /^must be what scales Deployment checkout, got HorizontalPodAutoscaler shop.checkout, which scales Deployment payment; write name: checkout in Hor/,
          class: 'risky',
        },
      ],
    },
    {
      name: 'a ScaledObject that scales nothing',
      yaml: named('', 'ScaledObject', 'keda.sh/v1alpha1') + scaler('{ triggers: [] }', 'ScaledObject'),
      findings: [
        {
          path: 'spec.scaleTargetRef.name',
          message: 'must say what is scaled: Flagger crashes on a ScaledObject without it; write name: checkout',
          class: 'broken',
          resource: 'ScaledObject shop/checkout',
        },
      ],
    },
    {
      name: 'bounds that cannot be',
      yaml: named(bounds('{ minReplicas: 5, maxReplicas: 4 }')) + scaler(ofTarget),
      findings: [
        {
          path: 'spec.autoscalerRef.primaryScalerReplicas.maxReplicas',
          message: 'must be at least the fewest, which are 5, got 4; write maxReplicas: 5',
        },
      ],
    },
    {
      name: 'a bound that cannot be beside that of the autoscaler',
      yaml: named(bounds('{ minReplicas: 12 }')) + scaler(ofTarget),
      findings: [
        {
          path: 'spec.autoscalerRef.primaryScalerReplicas.minReplicas',
          message: 'must be at most the most, which are 10, got 12; write minReplicas: 10',
        },
      ],
    },
  ],
});
