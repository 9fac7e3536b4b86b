import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu, Probe } from 'cdk8s-plus-28';
import {
  AlertChannel, AlertEvent, Analysis, CanaryRollout, Catastrophe, Controller, GatewayApiTraffic, QueryScope, Ramp, RolloutDefaults, Saturation,
  Scaling, Scrape, SecretReference, Stage, Telemetry,
} from 'rolloutkit';

const app = new App();
const chart = new Chart(app, 'flash-sale', { namespace: 'flash-sale' });
const hold = Duration.minutes(2);

// Of all questions together one failed check takes a release back, and the next check does it: a bad version has the crowd for four minutes.
RolloutDefaults.of(chart).use({
  controller: Controller.flagger({ interval: hold, threshold: 1 }),
  telemetry: Telemetry.httpRequests({ scrapeInterval: Duration.seconds(15) }),
});

new CanaryRollout(chart, 'flash-sale', {
  containers: [{
    name: 'flash-sale',
    image: 'registry.example/flash-sale:3.1.0',
    portNumber: 8080,
    readiness: Probe.fromHttpGet('/ready'),
    liveness: Probe.fromHttpGet('/healthy'),
    resources: {
      cpu: { request: Cpu.millis(500), limit: Cpu.units(2) },
      memory: { request: Size.mebibytes(512), limit: Size.gibibytes(1) },
    },
  }],
  scrape: Scrape.at({ port: 8080, path: '/metrics' }),
  // Flagger makes a copy of the autoscaler for the primary: each version is scaled by what it needs itself.
  scaling: Scaling.hpa({ min: 10, max: 60, cpuPercent: 60 }),
  // Flagger drives no load balancer of AWS: a Gateway stands in front instead.
  traffic: new GatewayApiTraffic({ hosts: ['sale.example.com'], gateway: 'public' }),
  ramp: Ramp.of([10, 30, 50, 80, 100].map(weight => Stage.at(weight, { hold }))),
  analyses: [
    Analysis.errorRate({ atMost: 1 }),
    Analysis.successRate({ atLeast: 99 }),
    // time: a crowd comes faster than pods do, and Flagger cannot be told to wait for them, so that more of it is tolerated
    Analysis.latency({ percentile: 95, atMost: Duration.millis(600) }),
    // business: orders a minute, of the whole shop
    Analysis.custom({
      name: 'orders',
      query: '60 * sum(rate(orders_completed_total{namespace="{{args.namespace}}"}[5m]))',
      atLeast: 300,
      scope: QueryScope.everything(),
      window: Duration.minutes(5),
    }),
    // pods: how full their memory is
    Analysis.saturation({ of: Saturation.memoryOfLimits(), atMost: 85 }),
  ],
  catastrophe: Catastrophe.above({ errors: 5, restarts: 0 }),
  alerts: [new AlertChannel(chart, 'on-call', { slack: '#flash-sale', secret: SecretReference.named('slack-webhook'), on: [AlertEvent.aborted()] })],
});

app.synth();
