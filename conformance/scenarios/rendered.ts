// What the library writes for rollouts that no example has.
import { App, Chart, Testing } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { Adopted, BlueGreenRollout, CanaryRollout, IstioTraffic, NginxTraffic } from 'rolloutkit';
import type { BlueGreenRolloutProps, CanaryRolloutProps, HandOver, ITrafficRouter } from 'rolloutkit';
import type { KubeObject } from '../harness/objects';

const containers = [{ image: 'registry.example/shop:1.0.0', portNumber: 8080 }];

/** A shop behind ingress-nginx. */
export function shop(props: CanaryRolloutProps): () => KubeObject[] {
  return rendered(chart => new CanaryRollout(chart, 'shop', { containers, traffic: new NginxTraffic({ hosts: ['shop.example.com'] }), ...props }));
}

/** A shop without a router, whose pods share the traffic. */
export function bare(props: CanaryRolloutProps): () => KubeObject[] {
  return rendered(chart => new CanaryRollout(chart, 'shop', { containers, ...props }));
}

/** A shop in a mesh. */
export function meshed(props: CanaryRolloutProps): () => KubeObject[] {
  return rendered(chart => new CanaryRollout(chart, 'shop', { containers, traffic: new IstioTraffic({ hosts: ['shop.example.com'], gateway: 'public' }), ...props }));
}

/** A shop behind any router. */
export function routedBy(traffic: ITrafficRouter, props: Partial<CanaryRolloutProps> = {}): () => KubeObject[] {
  return rendered(chart => new CanaryRollout(chart, 'shop', { containers, traffic, ...props }));
}

/** A shop of three pods that is switched over at once. */
export function switched(props: BlueGreenRolloutProps): () => KubeObject[] {
  return rendered(chart => new BlueGreenRollout(chart, 'shop', { containers, replicas: 3, ...props }));
}

/** A shop of five pods that was a Deployment with a Service, and is taken over. */
export function takenOver(props: Partial<CanaryRolloutProps> & { readonly handOver?: HandOver }): () => KubeObject[] {
  const { handOver, ...others } = props;
  return rendered(chart => new CanaryRollout(chart, 'shop', { adopt: Adopted.deployment(deployed(chart), { handOver }), services: { stable: 'shop' }, ...others }));
}

/** The same, switched over at once. */
export function switchedOver(props: Partial<BlueGreenRolloutProps>): () => KubeObject[] {
  return rendered(chart => new BlueGreenRollout(chart, 'shop', { adopt: Adopted.deployment(deployed(chart)), services: { active: 'shop' }, ...props }));
}

function deployed(chart: Chart): Deployment {
  const deployment = new Deployment(chart, 'deployment', { metadata: { name: 'shop' }, replicas: 5, containers });
  deployment.exposeViaService({ name: 'shop' });
  return deployment;
}

export function rendered(build: (chart: Chart) => unknown): () => KubeObject[] {
  return () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    build(chart);
    return Testing.synth(chart) as KubeObject[];
  };
}
