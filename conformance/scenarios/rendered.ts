// What the library writes for rollouts that no example has.
import { App, Chart, Testing } from 'cdk8s';
import { BlueGreenRollout, CanaryRollout, NginxTraffic } from 'rolloutkit';
import type { BlueGreenRolloutProps, CanaryRolloutProps } from 'rolloutkit';
import type { KubeObject } from '../harness/objects';

const containers = [{ image: 'registry.example/shop:1.0.0', portNumber: 8080 }];

/** A shop behind ingress-nginx. */
export function shop(props: CanaryRolloutProps): () => KubeObject[] {
  return rendered(chart => new CanaryRollout(chart, 'shop', { containers, traffic: new NginxTraffic({ hosts: ['shop.example.com'] }), ...props }));
}

/** A shop of three pods that is switched over at once. */
export function switched(props: BlueGreenRolloutProps): () => KubeObject[] {
  return rendered(chart => new BlueGreenRollout(chart, 'shop', { containers, replicas: 3, ...props }));
}

function rendered(build: (chart: Chart) => unknown): () => KubeObject[] {
  return () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    build(chart);
    return Testing.synth(chart) as KubeObject[];
  };
}
