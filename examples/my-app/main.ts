import { App, Chart, Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Analysis, Arg, BlueGreenRollout, CanaryRollout, Controller, Gate, MetricAnalysis, Promotion, Ramp, Scrape } from 'rolloutkit';

const app = new App();
const containers = [{ name: 'my-app', image: 'my-app:1.0.0', portNumber: 8080 }];
const scrape = Scrape.at({ port: 8080, path: '/metrics' });
const ramp = Ramp.stages([20, 40, 60, 80], { hold: Duration.minutes(5) });

/* As its authors wrote it: original/*.yaml. What they left out is left out here as well. */

const asWritten = Controller.argoRollouts({ controllerDefaults: true });
const each = { args: [Arg.required('service-name')], interval: Duration.minutes(1), failureLimit: 3 };
const requests = 'http_requests_total{service="{{args.service-name}}"';
const buckets = 'http_request_duration_seconds_bucket{service="{{args.service-name}}"}';

const original = new Chart(app, 'original-canary', { namespace: 'original' });
const successRate = new MetricAnalysis(original, 'success-rate', {
  ...each,
  query: `sum(rate(${requests},status!~"5.."}[5m]))\n/\nsum(rate(${requests}}[5m]))\n`,
  successCondition: 'result[0] >= 0.95',
});
new MetricAnalysis(original, 'latency', {
  ...each,
  query: `histogram_quantile(0.95,\n  rate(${buckets}[5m])\n) * 1000\n`,
  successCondition: 'result[0] <= 500',
});
new CanaryRollout(original, 'my-app', {
  containers,
  selector: { app: 'my-app' },
  controller: asWritten,
  replicas: 5,
  ramp,
  scrape,
  gates: [Gate.throughout(successRate, { fromStep: 2, args: [Arg.value('service-name', 'my-app')] })],
});

const switched = new Chart(app, 'original-blue-green', { namespace: 'original-blue-green' });
for (const name of ['my-app-active', 'my-app-preview']) {
  new k8s.KubeService(switched, name, {
    metadata: { name, annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080', 'prometheus.io/path': '/metrics' } },
    spec: { selector: { app: 'my-app' }, ports: [{ port: 80, targetPort: k8s.IntOrString.fromNumber(8080) }] },
  });
}
new BlueGreenRollout(switched, 'my-app', {
  containers,
  selector: { app: 'my-app' },
  controller: asWritten,
  replicas: 3,
  promotion: Promotion.manual(),
  scaleDownDelay: Duration.seconds(30),
  services: { active: 'my-app-active', preview: 'my-app-preview' },
});

/* What the same wishes come to when the library chooses. */

const analyses = [Analysis.successRate({ atLeast: 95 }), Analysis.latency({ percentile: 95, atMost: Duration.millis(500) })];
new CanaryRollout(new Chart(app, 'canary', { namespace: 'my-app' }), 'my-app', { containers, replicas: 5, ramp, analyses, scrape });

new BlueGreenRollout(new Chart(app, 'blue-green', { namespace: 'my-app-blue-green' }), 'my-app', {
  containers,
  replicas: 3,
  promotion: Promotion.manual(),
  analyses,
  scrape,
});

app.synth();
