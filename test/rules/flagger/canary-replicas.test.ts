import { canaryReplicas } from '../../../src/rules/flagger/canary-replicas';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const scaled = canary({ spec: '\nautoscalerRef: { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: checkout }' });

testRule(canaryReplicas, {
  valid: [
    { name: 'no number', yaml: scaled + workload() },
    { name: 'a number that nothing else changes', yaml: canary() + workload({ spec: '\nreplicas: 5' }) },
  ],
  invalid: [
    {
      name: 'a number beside an autoscaler',
      yaml: scaled + workload({ spec: '\nreplicas: 5' }),
      findings: [
        {
          path: 'spec.replicas',
          message: 'must not be set where Canary shop/checkout names an autoscaler, got 5, which every apply puts back; drop replicas',
          class: 'risky',
          resource: 'Deployment shop/checkout',
        },
      ],
    },
  ],
});
