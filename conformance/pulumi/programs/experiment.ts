// An experiment that ends when its question is answered.
import { Experiment } from 'rolloutkit/pulumi';
import { ALL } from '../settings';
import type { Settings } from '../settings';

export function program({ namespace, image, label, wait, metrics, neverReady = false }: Settings): void {
  const container = { name: 'main', image, ports: [{ containerPort: 8080 }], readinessProbe: { tcpSocket: { port: 8080 } } };
  new Experiment('compare', {
    namespace,
    progressDeadline: neverReady ? '5s' : '2m',
    scaleDownDelay: '1s',
    variants: [{ name: 'next', template: { ...neverReady && { metadata: { annotations: { 'lab/ready': 'false' } } }, spec: { containers: [container] } } }],
    analyses: [{ analysis: { custom: { name: 'orders', query: 'orders_per_minute', atLeast: 1, initialDelay: '1s', interval: '2s', count: 2 } } }],
    ...metrics && { source: { prometheus: { address: metrics } } },
    ...label?.on === ALL && { labels: { note: label.value } },
    ...wait && { wait },
  });
}
