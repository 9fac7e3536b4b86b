import { scalerKind } from '../../../src/rules/scaling/scaler-kind';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const hpa = (target: string): string => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { maxReplicas: 10, scaleTargetRef: ${target} }
`;
const deployment = '---\n{ apiVersion: apps/v1, kind: Deployment, metadata: { name: checkout, namespace: shop } }\n';
const lent = rollout().replace('selector:', 'workloadRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }\n  selector:');

testRule(scalerKind, {
  valid: [
    { name: 'an autoscaler of the Rollout', yaml: rollout() + hpa('{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }') },
    { name: 'an autoscaler of a Deployment beside it', yaml: rollout() + deployment + hpa('{ apiVersion: apps/v1, kind: Deployment, name: checkout }') },
    { name: 'an autoscaler of something else', yaml: rollout() + hpa('{ apiVersion: apps/v1, kind: Deployment, name: payment }') },
  ],
  invalid: [
    {
      name: 'an autoscaler that names the Deployment of before',
      yaml: rollout() + hpa('{ apiVersion: apps/v1, kind: Deployment, name: checkout }'),
      findings: [{
        path: 'spec.scaleTargetRef.kind',
        resource: 'HorizontalPodAutoscaler shop/checkout',
        message: 'must be Rollout to scale Rollout shop/checkout, got Deployment; write kind: Rollout and apiVersion: argoproj.io/v1alpha1',
      }],
    },
    {
      name: 'an autoscaler of the Deployment that lends its template',
      yaml: lent + deployment + hpa('{ apiVersion: apps/v1, kind: Deployment, name: checkout }'),
      findings: [{ path: 'spec.scaleTargetRef.kind', message: /must be Rollout/ }],
    },
    {
      name: 'an autoscaler of a Deployment that a Rollout of another name adopts',
      yaml: lent.replace('name: checkout', 'name: shop') + deployment + hpa('{ apiVersion: apps/v1, kind: Deployment, name: checkout }'),
      findings: [{ path: 'spec.scaleTargetRef.kind', message: /; write kind: Rollout and apiVersion: argoproj.io\/v1alpha1, and name: shop$/ }],
    },
    {
      name: 'a Rollout of the wrong API',
      yaml: rollout() + hpa('{ apiVersion: apps/v1, kind: Rollout, name: checkout }'),
      findings: [{ path: 'spec.scaleTargetRef.apiVersion', message: /must be argoproj.io\/v1alpha1 to scale Rollout shop\/checkout, got apps\/v1/ }],
    },
    {
      name: 'a ScaledObject without a kind, which means a Deployment',
      yaml: `${rollout()}---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: checkout, namespace: shop }
spec: { scaleTargetRef: { name: checkout } }
`,
      findings: [{ path: 'spec.scaleTargetRef.kind', message: /got Deployment/ }],
    },
  ],
});
