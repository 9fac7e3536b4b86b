import { CustomResource } from '@pulumi/kubernetes/apiextensions';
import { ConfigMap, Secret } from '@pulumi/kubernetes/core/v1';
import { Config, interpolate } from '@pulumi/pulumi';

const config = new Config();
const settings = new ConfigMap('settings', { metadata: { name: 'settings' }, data: { mode: 'fast' } });
const login = new Secret('login', { stringData: { user: 'shop' } });

new CustomResource('checkout', {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { annotations: { settings: settings.metadata.name } },
  spec: {
    replicas: config.getNumber('replicas'),
    env: [
      { name: 'MODE', value: settings.data.mode },
      { name: 'TOKEN', value: config.requireSecret('token') },
      { name: 'LOGIN', value: login.stringData.user },
      { name: 'CLUSTER', value: process.env.CLUSTER },
    ],
    image: interpolate`registry.example/checkout:${settings.id}`,
  },
});
