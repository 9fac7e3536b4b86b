import { Provider } from '@pulumi/kubernetes';
import { ConfigMap } from '@pulumi/kubernetes/core/v1';
import { Config } from '@pulumi/pulumi';
import type { CustomResourceOptions } from '@pulumi/pulumi';
import { CanaryRollout } from 'rolloutkit/pulumi';
import type { CanaryRolloutArgs } from 'rolloutkit/pulumi';

const config = new Config();
const settings = new ConfigMap('settings', { data: { image: 'registry.example/checkout:1' } });
const release: CanaryRolloutArgs = {
  namespace: 'shop',
  template: {
    spec: {
      containers: [{
        name: 'app',
        image: settings.data.image,
        ports: [{ containerPort: 8080 }],
        env: [{ name: 'MODE', value: 'fast' }, { name: 'TOKEN', value: config.requireSecret('token') }],
        readinessProbe: { tcpSocket: { port: 8080 } },
      }],
    },
  },
  traffic: { gatewayApi: { hosts: ['shop.example'], gateway: 'public' } },
  analyses: [{ successRate: {} }],
};
const rolloutOpts: CustomResourceOptions = { customTimeouts: { create: '20m' }, ignoreChanges: ['spec.paused'], retainOnDelete: true };

// The component was called `shop`, and its objects still are.
const name = config.require('name');
new CanaryRollout(name, { ...release, name: 'shop' }, {
  aliases: name === 'shop' ? [] : [{ name: 'shop' }],
  dependsOn: [settings],
  protect: true,
  provider: new Provider('cluster'),
  rolloutOpts,
});

new CanaryRollout('basket', { ...release, controller: { flagger: {} } }, { rolloutOpts });
