import { CustomResource } from '@pulumi/kubernetes/apiextensions';
import { ComponentResource, ProviderResource, ResourceHook } from '@pulumi/pulumi';
import type { ComponentResourceOptions } from '@pulumi/pulumi';

class Shop extends ComponentResource {
  constructor(name: string, options?: ComponentResourceOptions) {
    super('shop:index:Shop', name, { replicas: 2 }, options);
    const service = new CustomResource(name, { apiVersion: 'v1', kind: 'Service' }, { parent: this, ignoreChanges: ['spec.selector'] });
    const rollout = new CustomResource(name, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { labels: { service: service.id } },
    }, {
      parent: this,
      dependsOn: [service, new CustomResource('analysis', { apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate' }, { parent: this })],
      aliases: [{ name: 'old-checkout' }, 'urn:pulumi:dev::shop::kubernetes:argoproj.io/v1alpha1:Rollout::checkout'],
      customTimeouts: { create: '20m', delete: '5m' },
      retainOnDelete: true,
      deleteBeforeReplace: false,
      hooks: { afterCreate: [new ResourceHook('ready', () => { throw new Error('nobody asked'); }, { ignoreErrors: true })] },
    });
    this.registerOutputs({ rollout, url: 'http://checkout' });
  }
}

class Cluster extends ProviderResource {
  constructor(name: string) {
    super('kubernetes', name);
  }
}

new Shop('checkout', { protect: true, provider: new Cluster('cluster') });
