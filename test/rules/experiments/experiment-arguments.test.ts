import { experimentArguments } from '../../../src/rules/experiments/experiment-arguments';
import { experiment, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (argument: string, duration = 'duration: 30m') => experiment({ spec: `${duration}\nanalyses: [{ name: errors, templateName: success-rate, requiredForCompletion: true, args: [{ name: hash, ${argument} }] }]` });
const path = 'spec.analyses[0].args[0].value';
const named = template({ args: '[{ name: hash }]', query: 'sum(rate(http_requests_total{pod=~".*-{{args.hash}}-.*"}[5m]))' });

testRule(experimentArguments, {
  valid: [
    { name: 'a plain value', yaml: asked('value: eu') },
    { name: 'the hash of a version', yaml: asked('value: "{{ templates.canary.podTemplateHash }}"') + template({ args: '[{ name: hash }]', query: 'up{rollouts_pod_template_hash="{{args.hash}}"}' }) },
    { name: 'the ReplicaSet of a version in the names of pods', yaml: asked('value: "{{templates.canary.replicaset.name}}"') + named },
    { name: 'the end of an experiment that has one', yaml: asked('value: "{{experiment.finishedAt}}"') },
    {
      name: 'a hash of the rollout in a step',
      yaml: rollout({
        steps: '[{ experiment: { duration: 5m, templates: [{ name: a, specRef: stable }], analyses: [{ name: errors, templateName: success-rate, args: [{ name: hash, valueFrom: { podTemplateHashValue: Latest } }] }] } }]',
      }),
    },
  ],
  invalid: [
    {
      name: 'a version that there is not',
      yaml: asked('value: "{{templates.canari.podTemplateHash}}"'),
      findings: [{ path, message: /^asks for {{templates.canari.podTemplateHash}}, which is not known to an experiment, .*; write value: "{{templates.canary.podTemplateHash}}"$/ }],
    },
    {
      name: 'an end that there is not',
      yaml: asked('value: "{{experiment.finishedAt}}"', 'progressDeadlineSeconds: 60'),
      findings: [{ path, message: 'asks for {{experiment.finishedAt}}, which is known only where the experiment has a duration; write duration: 30m beside templates' }],
    },
    {
      name: 'a value from somewhere',
      yaml: asked('valueFrom: { fieldRef: { fieldPath: metadata.namespace } }'),
      findings: [{ path: 'spec.analyses[0].args[0].valueFrom', message: /^is dropped: an Experiment passes on values alone/ }],
    },
    {
      name: 'a hash in the names of pods',
      yaml: asked('value: "{{templates.canary.podTemplateHash}}"') + named,
      findings: [{ path: 'spec.metrics[0].provider.prometheus.query', message: /^looks for {{args.hash}}, a pod template hash, in the names of pods, and pods of an experiment have none in theirs/ }],
    },
  ],
});
