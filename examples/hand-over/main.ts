import { App, Chart } from 'cdk8s';
import { Deployment, Pod, Probe } from 'cdk8s-plus-28';
import { Adopted, Analysis, CanaryRollout, HandOver } from 'rolloutkit';

const containers = [{ image: 'registry.example/checkout:1.4.2', portNumber: 8080, readiness: Probe.fromTcpSocket({ port: 8080 }) }];
const analyses = [Analysis.successRate({ atLeast: 99 }), Analysis.latency()];

/** What one program writes as time goes on. */
function step(number: number, build: (chart: Chart) => void): void {
  const app = new App({ outputFileExtension: `.step-${number}.k8s.yaml` });
  build(new Chart(app, 'shop', { namespace: 'shop' }));
  app.synth();
}

function deployed(chart: Chart, replicas: number): Deployment {
  const deployment = new Deployment(chart, 'deployment', { metadata: { name: 'checkout' }, replicas, containers });
  deployment.exposeViaService({ name: 'checkout' });
  return deployment;
}

// 1: a Deployment and its Service, as there are many.
step(1, chart => deployed(chart, 5));

// 2: a Rollout takes its pods over, one by one.
step(2, chart => new CanaryRollout(chart, 'checkout', {
  adopt: Adopted.deployment(deployed(chart, 5)),
  services: { stable: 'checkout' },
  analyses,
}));

// 3: the Deployment has no pods any more, and keeps the template. It can stay like this.
step(3, chart => new CanaryRollout(chart, 'checkout', {
  adopt: Adopted.deployment(deployed(chart, 0), { handOver: HandOver.never() }),
  services: { stable: 'checkout' },
  replicas: 5,
  analyses,
}));

// 4: the Rollout has the template itself, and knows its pods by the label that they have.
step(4, chart => new CanaryRollout(chart, 'checkout', {
  containers,
  selector: { [Pod.ADDRESS_LABEL]: 'shop-deployment-c8ec9bf1' },
  analyses,
}));
