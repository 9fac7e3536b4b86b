// A release with a mistake that can be seen sooner or later.
import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { CanaryRollout } from 'rolloutkit/pulumi';
import type { CanaryRolloutArgs } from 'rolloutkit/pulumi';
import type { Settings } from '../settings';

const [PODS, IMPOSSIBLE] = [4, -1];

export function program({ namespace, image, mistake }: Settings): void {
  const source = new k8s.core.v1.ConfigMap('source', { metadata: { name: 'source', namespace } });
  // Nobody knows the id of what is not there yet.
  const late = (value: number): pulumi.Output<number> => source.id.apply(() => value);
  const container = { name: 'main', image, ports: [{ containerPort: 8080 }], readinessProbe: { tcpSocket: { port: 8080 } } };
  const args = (replicas: pulumi.Input<number>, more: Partial<CanaryRolloutArgs> = {}): CanaryRolloutArgs => ({
    namespace,
    replicas,
    template: { spec: { containers: [container] } },
    ramp: { of: [{ at: 25, approval: true }, { at: 50, approval: true }] },
    ...more,
  });
  switch (mistake) {
    case 'plain': new CanaryRollout('shop', args(IMPOSSIBLE)); break;
    case 'known': new CanaryRollout('shop', args(pulumi.output(IMPOSSIBLE))); break;
    case 'late': new CanaryRollout('shop', args(late(IMPOSSIBLE))); break;
    case 'two components': for (let count = 0; count < 2; count += 1) new CanaryRollout('shop', args(PODS)); break;
    case 'two objects': for (const name of ['shop', 'other']) new CanaryRollout(name, args(PODS, { name: 'shop' })); break;
    default: new CanaryRollout('shop', args(late(PODS)));
  }
}
