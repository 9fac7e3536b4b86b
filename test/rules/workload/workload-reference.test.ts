import { workloadReference } from '../../../src/rules/workload/workload-reference';
import { adopting, deployment, podTemplate } from '../adopted';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const path = (field = '') => `spec.workloadRef${field}`;

testRule(workloadReference, {
  valid: [
    { name: 'a Rollout with a template of its own', yaml: rollout() },
    { name: 'a Deployment', yaml: adopting() + deployment() },
    { name: 'a selector beside it', yaml: adopting({ fields: 'selector: { matchLabels: { app: checkout } }' }) + deployment() },
    { name: 'an empty template', yaml: adopting({ fields: 'template: { metadata: {} }' }) + deployment() },
    {
      name: 'a PodTemplate with a selector',
      yaml: adopting({ reference: 'apiVersion: v1, kind: PodTemplate, name: checkout', fields: 'selector: { matchLabels: { app: checkout } }' }) + podTemplate(),
    },
  ],
  invalid: [
    {
      name: 'a workload that is not there',
      yaml: adopting(),
      findings: [{
        path: path('.name'), message: 'names Deployment checkout, which is not in the input; add Deployment checkout to shop, or correct the name', class: 'refused',
      }],
    },
    {
      name: 'one of another namespace',
      yaml: adopting() + deployment({ namespace: 'market' }),
      findings: [{ path: path('.name'), message: /^names Deployment checkout, which is not in the input/ }],
    },
    {
      name: 'a StatefulSet',
      yaml: adopting({ reference: 'apiVersion: apps/v1, kind: StatefulSet, name: checkout' }),
      findings: [{
        path: path('.kind'),
        message: 'must be Deployment, ReplicaSet or PodTemplate, got StatefulSet; leave the StatefulSet as it is, with its updateStrategy.rollingUpdate.partition; a Rollout keeps neither the names nor the volumes of its pods',
      }],
    },
    {
      name: 'a DaemonSet',
      yaml: adopting({ reference: 'apiVersion: apps/v1, kind: DaemonSet, name: checkout' }),
      findings: [{ path: path('.kind'), message: /^must be Deployment, ReplicaSet or PodTemplate, got DaemonSet; leave the DaemonSet as it is/ }],
    },
    {
      name: 'a group that has no such kind',
      yaml: adopting({ reference: 'apiVersion: v1, kind: Deployment, name: checkout' }) + deployment(),
      findings: [{ path: path('.apiVersion'), message: 'must be apps/v1 for a Deployment, got v1; write apiVersion: apps/v1' }],
    },
    {
      name: 'a reference without kind and name',
      yaml: adopting({ reference: 'apiVersion: apps/v1' }),
      findings: [
        { path: path('.kind'), message: 'must be given, got nothing; write kind: Deployment' },
        { path: path('.name'), message: 'must be given, got nothing; write name: ...' },
      ],
    },
    {
      name: 'a template with labels beside it',
      yaml: adopting({ fields: 'template: { metadata: { labels: { app: checkout } } }' }) + deployment(),
      findings: [{
        path: 'spec.template.metadata.labels',
        message: 'must not stand beside workloadRef, whose Deployment checkout has the template; drop template, or drop workloadRef',
        class: 'refused',
      }],
    },
    {
      name: 'a template without labels beside it, which the controller does not look at',
      yaml: adopting({ fields: 'template: { spec: { containers: [{ name: main, image: a }] } }' }) + deployment(),
      findings: [{ path: 'spec.template', message: /^does nothing beside workloadRef: the pods are those of Deployment checkout; /, class: 'broken' }],
    },
    {
      name: 'a PodTemplate without a selector',
      yaml: adopting({ reference: 'apiVersion: v1, kind: PodTemplate, name: checkout' }) + podTemplate(),
      findings: [{
        path: 'spec.selector',
        message: 'must select the pods, since a PodTemplate has no selector to take over, got no selector; write selector: { matchLabels: { app: checkout } }',
      }],
    },
  ],
});
