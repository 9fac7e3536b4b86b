// A hundred releases, as components or as the same resources written by hand.
import * as k8s from '@pulumi/kubernetes';
import { ComponentResource, CustomResource } from '@pulumi/pulumi';
import type { Resource } from '@pulumi/pulumi';
import { CanaryRollout } from 'rolloutkit/pulumi';
import type { Fields, KubeObject } from '../../harness/objects';

export interface ManySettings extends Fields {
  readonly count: number;
  /** The objects of the first release, of which those of the others are made; absent: they are components. */
  readonly byHand?: readonly KubeObject[];
}

export function program({ count, byHand }: ManySettings): void {
  for (let index = 1; index <= count; index++) {
    if (byHand) new ByHand(nameOf(index), JSON.parse(JSON.stringify(byHand).replaceAll(nameOf(1), nameOf(index))));
    else release(nameOf(index));
  }
}

/** Of one length, and none the beginning of another. */
function nameOf(index: number): string {
  return `shop-${String(index).padStart(4, '0')}`;
}

function release(name: string): void {
  new CanaryRollout(name, {
    namespace: 'shop',
    replicas: 5,
    template: {
      spec: { containers: [{ name: 'main', image: 'registry.example/shop:1', ports: [{ containerPort: 8080 }], readinessProbe: { tcpSocket: { port: 8080 } } }] },
    },
    traffic: { gatewayApi: { hosts: [`${name}.example.com`], gateway: 'public' } },
    ramp: { stages: [5, 25, 50], hold: '5m' },
    analyses: [{ successRate: { atLeast: 99 } }, { latency: { percentile: 95, atMost: '500ms' } }],
  });
}

class ByHand extends ComponentResource {
  constructor(name: string, objects: readonly KubeObject[]) {
    super('shop:index:Release', name);
    const before: Resource[] = [];
    for (const object of objects) {
      const options = { parent: this, ...object.kind === 'Rollout' && { dependsOn: [...before] } };
      const { apiVersion, kind, metadata, ...rest } = object;
      const made: CustomResource = kind === 'Service' ? new k8s.core.v1.Service(metadata.name, { metadata, ...rest }, options)
        : new k8s.apiextensions.CustomResource(`${metadata.name}`, { apiVersion, kind, metadata, ...rest }, options);
      before.push(made);
    }
    this.registerOutputs({});
  }
}
