import { canaryReady } from '../../../src/rules/flagger/canary-ready';
import { canary, workload } from '../flagger-manifests';
import { testRule } from '../test-rule';

const threshold = (value: number, key = 'canaryReadyThreshold') => canary({ analysis: `\n${key}: ${value}` });
const patient = canary({ spec: '\nprogressDeadlineSeconds: 900' });
const scaled = canary({ analysis: '\ncanaryReadyThreshold: 20', spec: '\nautoscalerRef: { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: checkout }' });
const scaler = (min: number) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }, minReplicas: ${min}, maxReplicas: 10 }
`;

testRule(canaryReady, {
  valid: [
    { name: 'all pods', yaml: threshold(100) + workload() },
    { name: 'some of many', yaml: threshold(20) + workload({ spec: '\nreplicas: 5' }) },
    { name: 'some of nobody knows how many', yaml: threshold(20) },
    { name: 'some of what an autoscaler keeps', yaml: scaled + workload() + scaler(5) },
    { name: 'a Deployment that waits as long', yaml: patient + workload({ spec: '\nprogressDeadlineSeconds: 900' }) },
    { name: 'a Deployment that waits longer, under a Canary that says nothing', yaml: canary() + workload({ spec: '\nprogressDeadlineSeconds: 60' }) },
  ],
  invalid: [
    {
      name: 'more than all pods',
      yaml: threshold(120, 'primaryReadyThreshold'),
      findings: [
        {
          path: 'spec.analysis.primaryReadyThreshold',
          message: 'must be at most 100, got 120, and so many percent of the pods are never ready; write primaryReadyThreshold: 100',
          class: 'broken',
        },
      ],
    },
    {
      name: 'no pod',
      yaml: threshold(0),
      findings: [
        {
          path: 'spec.analysis.canaryReadyThreshold',
          message: 'must be at least 1, got 0: it is ready with no pod; write canaryReadyThreshold: 100',
          class: 'risky',
        },
      ],
    },
    {
      name: 'a part of a pod',
      yaml: threshold(20) + workload({ spec: '\nreplicas: 3' }),
      findings: [
        {
          path: 'spec.analysis.canaryReadyThreshold',
          message: 'must come to a pod at least, got 20 percent of 3 pods: it is ready with none; write canaryReadyThreshold: 34',
          class: 'risky',
        },
      ],
    },
    {
      name: 'a part of the fewest that an autoscaler keeps',
      yaml: scaled + workload() + scaler(2),
      findings: [
        { path: 'spec.analysis.canaryReadyThreshold', message: /20 percent of 2 pods/ },
      ],
    },
    {
      name: 'a Deployment that gives up before',
      yaml: patient + workload({ spec: '\nprogressDeadlineSeconds: 300' }),
      findings: [
        {
          path: 'spec.progressDeadlineSeconds',
          message: 'must be at least the 900 s that Canary shop/checkout waits, got 300 s: after them it is taken back; write progressDeadlineSeconds: 900',
          class: 'advice',
          resource: 'Deployment shop/checkout',
        },
      ],
    },
    {
      name: 'a Deployment that says nothing',
      yaml: patient + workload(),
      findings: [
        { path: 'spec.progressDeadlineSeconds', message: /got 600 s where nothing is said/ },
      ],
    },
  ],
});
