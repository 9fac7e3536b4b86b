import { replicaCount } from '../../../src/rules/scaling/replica-count';
import { experiment, rollout } from '../manifests';
import { testRule } from '../test-rule';

const stepWith = (replicas: number) => rollout({ steps: `[{ experiment: { duration: 5m, templates: [{ name: canary, specRef: canary, replicas: ${replicas} }] } }]` });

testRule(replicaCount, {
  valid: [
    { name: 'no pods', yaml: rollout({ replicas: 0 }) },
    { name: 'a number that is not said', yaml: rollout({ replicas: null }) },
    { name: 'an experiment with pods', yaml: stepWith(2) },
  ],
  invalid: [
    {
      name: 'a negative number',
      yaml: rollout({ replicas: -3 }),
      findings: [{ path: 'spec.replicas', message: 'must not be negative, got -3; write replicas: 3, or 0 for no pods', class: 'refused' }],
    },
    {
      name: 'a negative number in an experiment step',
      yaml: stepWith(-1),
      findings: [{ path: 'spec.strategy.canary.steps[0].experiment.templates[0].replicas', message: 'must not be negative, got -1; write replicas: 1, or 0 for no pods', class: 'broken' }],
    },
    {
      name: 'a negative number in an Experiment',
      yaml: experiment({ canary: '\nreplicas: -1\nselector: { matchLabels: { app: compare-canary } }\ntemplate: { metadata: { labels: { app: compare-canary } }, spec: { containers: [{ name: main, image: a }] } }' }),
      findings: [{ path: 'spec.templates[1].replicas', message: 'must not be negative, got -1; write replicas: 1, or 0 for no pods', class: 'broken' }],
    },
  ],
});
