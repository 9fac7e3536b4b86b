import * as k8s from '@pulumi/kubernetes';
import { BlueGreenRollout, CanaryRollout, MetricAnalysis } from 'rolloutkit/pulumi';

const template = {
  spec: {
    containers: [{
      name: 'my-app',
      image: 'my-app:1.0.0',
      ports: [{ containerPort: 8080 }],
      readinessProbe: { tcpSocket: { port: 8080 } },
    }],
  },
};
const scrape = { at: { port: 8080, path: '/metrics' } };
const ramp = { stages: [20, 40, 60, 80], hold: '5m' };

/* As its authors wrote it: ../original/*.yaml. What they left out is left out here as well. */

const asWritten = { template, selector: { app: 'my-app' }, controller: { argoRollouts: { controllerDefaults: true } } };
const each = { namespace: 'original', args: [{ name: 'service-name', required: true }], interval: '1m', failureLimit: 3 };
const requests = 'http_requests_total{service="{{args.service-name}}"';
const buckets = 'http_request_duration_seconds_bucket{service="{{args.service-name}}"}';

const successRate = new MetricAnalysis('success-rate', {
  ...each,
  query: `sum(rate(${requests},status!~"5.."}[5m]))\n/\nsum(rate(${requests}}[5m]))\n`,
  successCondition: 'result[0] >= 0.95',
});
new MetricAnalysis('latency', {
  ...each,
  query: `histogram_quantile(0.95,\n  rate(${buckets}[5m])\n) * 1000\n`,
  successCondition: 'result[0] <= 500',
});
new CanaryRollout('original-canary', {
  ...asWritten,
  name: 'my-app',
  namespace: 'original',
  replicas: 5,
  ramp,
  scrape,
  gates: [{ throughout: true, analysis: successRate, fromStep: 2, args: [{ name: 'service-name', value: 'my-app' }] }],
});

const [active, preview] = ['my-app-active', 'my-app-preview'].map(name => new k8s.core.v1.Service(name, {
  metadata: {
    name,
    namespace: 'original-blue-green',
    annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080', 'prometheus.io/path': '/metrics' },
  },
  spec: { selector: { app: 'my-app' }, ports: [{ port: 80, targetPort: 8080 }] },
  // the controller adds to it which version is meant
}, { ignoreChanges: ['spec.selector'] }));
new BlueGreenRollout('original-blue-green', {
  ...asWritten,
  name: 'my-app',
  namespace: 'original-blue-green',
  replicas: 3,
  promotion: { manual: true },
  scaleDownDelay: '30s',
  services: { active: 'my-app-active', preview: 'my-app-preview' },
}, { dependsOn: [active, preview] });

/* What the same wishes come to when the library chooses. */

const myApp = { name: 'my-app', template, scrape, analyses: [{ successRate: { atLeast: 95 } }, { latency: { percentile: 95, atMost: '500ms' } }] };
new CanaryRollout('canary', { ...myApp, namespace: 'my-app', replicas: 5, ramp });

new BlueGreenRollout('blue-green', { ...myApp, namespace: 'my-app-blue-green', replicas: 3, promotion: { manual: true } });
