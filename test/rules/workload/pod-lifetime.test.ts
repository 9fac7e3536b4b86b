import { podLifetime } from '../../../src/rules/workload/pod-lifetime';
import { experiment, rollout } from '../manifests';
import { testRule } from '../test-rule';

const pod = (fields: string) => rollout({ pod: `\n${fields}\ncontainers:\n  - { name: main, image: 'registry.example/checkout:1.0.0' }` });

testRule(podLifetime, {
  valid: [
    { name: 'pods that stay', yaml: rollout() },
    { name: 'pods that say so', yaml: pod('restartPolicy: Always') },
  ],
  invalid: [
    {
      name: 'pods that end with their task',
      yaml: pod('restartPolicy: OnFailure'),
      findings: [{ path: 'spec.template.spec.restartPolicy', message: 'must be Always, got "OnFailure"; write restartPolicy: Always, or drop it', class: 'refused' }],
    },
    {
      name: 'pods with a deadline',
      yaml: pod('activeDeadlineSeconds: 3600'),
      findings: [{ path: 'spec.template.spec.activeDeadlineSeconds', message: 'cannot be set for pods that are to stay, got 3600; drop it; a Job may have it', class: 'refused' }],
    },
    {
      name: 'pods of an Experiment that end',
      yaml: experiment({ canary: '\nselector: { matchLabels: { app: compare-canary } }\ntemplate: { metadata: { labels: { app: compare-canary } }, spec: { restartPolicy: Never, containers: [{ name: main, image: a }] } }' }),
      findings: [{ path: 'spec.templates[1].template.spec.restartPolicy', message: 'must be Always, got "Never"; write restartPolicy: Always, or drop it', class: 'broken' }],
    },
  ],
});
