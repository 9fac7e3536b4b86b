// What the library writes for rollouts that no example has.
import { App, Chart, Testing } from 'cdk8s';
import { CanaryRollout, NginxTraffic } from 'rolloutkit';
import type { CanaryRolloutProps } from 'rolloutkit';
import type { KubeObject } from '../harness/objects';

/** A shop behind ingress-nginx. */
export function shop(props: CanaryRolloutProps): () => KubeObject[] {
  return () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    new CanaryRollout(chart, 'shop', {
      containers: [{ image: 'registry.example/shop:1.0.0', portNumber: 8080 }],
      traffic: new NginxTraffic({ hosts: ['shop.example.com'] }),
      ...props,
    });
    return Testing.synth(chart) as KubeObject[];
  };
}
