import { CustomResource } from '@pulumi/kubernetes/apiextensions';
import { ResourceHook } from '@pulumi/pulumi';

const checked = new ResourceHook('checked', () => { throw new Error('nobody could tell'); }, { ignoreErrors: true, onDryRun: true });
const ready = new ResourceHook('ready', ({ id, newOutputs }) => {
  if (newOutputs?.status.phase !== 'Healthy') throw new Error(`${id} is ${newOutputs?.status.phase}`);
});

new CustomResource('checkout', {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
}, { hooks: { beforeCreate: [checked], afterCreate: [ready] } });
