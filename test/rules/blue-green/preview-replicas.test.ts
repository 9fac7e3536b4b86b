import { previewReplicas } from '../../../src/rules/blue-green/preview-replicas';
import { blueGreen, BOUNDED, template } from '../manifests';
import { testRule } from '../test-rule';

const asked = '\nprePromotionAnalysis: { templates: [{ templateName: success-rate }] }';
const gate = template({ metric: BOUNDED });
const path = 'spec.strategy.blueGreen.previewReplicaCount';
const pods = (count: number | string, more = '') => blueGreen(`\npreviewReplicaCount: ${count}${more}`);
const SCALER = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout } }
`;

testRule(previewReplicas, {
  valid: [
    { name: 'all of the pods', yaml: blueGreen() },
    { name: 'one pod that somebody looks at', yaml: pods(1, '\nautoPromotionEnabled: false') },
    { name: 'one pod for a while', yaml: pods(1, '\nautoPromotionSeconds: 300') },
    { name: 'one pod that is asked', yaml: pods(1, asked) + gate },
    { name: 'as many as there will be', yaml: pods(5, asked) + gate },
    { name: 'any number where something else scales', yaml: pods(50, asked) + gate + SCALER },
  ],
  invalid: [
    { name: 'no pod to ask', yaml: pods(0, asked) + gate, findings: [{ path, message: 'must be at least 1 where something is asked before the switch, got 0: there is nobody to ask; write previewReplicaCount: 1, or drop it', class: 'broken' }] },
    {
      name: 'no pod to look at',
      yaml: pods(0, '\nautoPromotionEnabled: false'),
      findings: [{ path, message: 'leaves the preview without pods, so that nobody can look at the new version before everybody gets it; write previewReplicaCount: 1, or drop it', class: 'risky' }],
    },
    { name: 'a number below zero', yaml: pods(-1), findings: [{ path, message: 'must be a whole number of at least 1, got -1, which is never reached; write previewReplicaCount: 1, or drop it', class: 'broken' }] },
    { name: 'half a pod', yaml: pods(0.5), findings: [{ path, message: /^must be a whole number of at least 1, got 0.5/, class: 'broken' }] },
    {
      name: 'more than there will be',
      yaml: pods(8, asked) + gate,
      findings: [{ path, message: 'starts more pods than the 5 there will be, got 8, and removes them right before the switch; write previewReplicaCount: 5 or less', class: 'advice' }],
    },
    {
      name: 'fewer for no time at all',
      yaml: pods(1),
      findings: [{ path, message: 'saves nothing, got 1: nothing holds the rollout before the switch, so the other pods are started at once; drop it, or ask something or somebody before the switch', class: 'advice' }],
    },
  ],
});
