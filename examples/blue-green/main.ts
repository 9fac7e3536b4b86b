import { App, Chart, Duration } from 'cdk8s';
import { Analysis, BlueGreenRollout, Gate, Promotion } from 'rolloutkit';

const app = new App();
const containers = [{ image: 'registry.example/shop:2.0.0', portNumber: 8080 }];
const analyses = [Analysis.successRate({ atLeast: 99 }), Analysis.latency()];

// The new version can be looked at for five minutes, then everybody gets it, or gets the old one back.
new BlueGreenRollout(new Chart(app, 'automatic', { namespace: 'shop' }), 'automatic', {
  containers,
  replicas: 3,
  promotion: Promotion.automatic({ after: Duration.minutes(5) }),
  analyses,
});

// One pod of it is probed, then a person decides. A prober sends requests of its own, so it has an answer before users come.
const probe = Analysis.custom({ name: 'probe', query: 'probe_success{instance="http://approval-preview.shop:8080/ready"}', atLeast: 1, count: 1 });
new BlueGreenRollout(new Chart(app, 'approval', { namespace: 'shop' }), 'approval', {
  containers,
  replicas: 3,
  previewReplicas: 1,
  promotion: Promotion.manual(),
  gates: [Gate.beforePromotion(probe)],
  analyses,
});

app.synth();
