import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu, Probe } from 'cdk8s-plus-28';
import {
  AlbScheme, AlbTraffic, AlertChannel, AlertEvent, Analysis, CanaryRollout, Catastrophe, Controller, Gate, QueryScope, Ramp, Saturation,
  Scaling, Scrape, Stage, Telemetry,
} from 'rolloutkit';

const app = new App();

/* What is asked. Prometheus scrapes every 15 seconds, so a window of one minute holds four scrapes. */

// An hour of measurements stays in each run, for who reads it afterwards.
const kept = { keptMeasurements: 60 };

// Errors: more than 1 % of the canary's requests, and the first such answer ends the release.
const errors = Analysis.errorRate({ atMost: 1, failureLimit: 0, interval: Duration.seconds(30), ...kept });
const success = Analysis.successRate({ atLeast: 99, ...kept });
// Time: a crowd comes faster than pods do. Five slow minutes are what the autoscaler needs to see it, to add pods and to get them ready;
// then three good answers in a row are wanted.
const latency = Analysis.latency({ percentile: 95, atMost: Duration.millis(400), failureLimit: 5, consecutiveSuccesses: 3, ...kept });
// Business: orders a minute, of the whole shop. What the sale is for can fall while every request is answered.
const orders = Analysis.custom({
  name: 'orders',
  query: '60 * sum(rate(orders_completed_total{namespace="{{args.namespace}}"}[5m]))',
  atLeast: 300,
  scope: QueryScope.everything(),
  window: Duration.minutes(5),
  interval: Duration.minutes(1),
  failureLimit: 2,
  ...kept,
});
// Pods: how full the memory is, whether it only grows, and whether a container had to be started again.
const memory = Analysis.saturation({ of: Saturation.memoryOfLimits(), atMost: 85, ...kept });
const leak = Analysis.saturation({ of: Saturation.memoryGrowth(), atMost: 20, window: Duration.minutes(10), interval: Duration.minutes(2), ...kept });
const restarts = Analysis.restarts({ failureLimit: 0, ...kept });

const gates = [
  ...[errors, success, latency, orders, memory].flatMap(question => [Gate.throughout(question), Gate.eachStage(question)]),
  // the catastrophe below looks for restarts throughout; a gate waits for an answer as well, so that one is known to be looked for
  Gate.eachStage(restarts),
  // it has no answer before the first pods are a quarter of an hour old, so only the last stage waits for one
  Gate.throughout(leak),
  Gate.beforePromotion(leak),
];

/** The service in a namespace of its own. */
function flashSale(namespace: string, host: string, ramp: Ramp): void {
  const chart = new Chart(app, namespace, { namespace });
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
    // both versions are scaled: the stable one by what it needs, the canary by its share of that
    scaling: Scaling.hpa({ min: 10, max: 60, cpuPercent: 60 }),
    traffic: new AlbTraffic({ hosts: [host], scheme: AlbScheme.INTERNET_FACING }),
    ramp,
    gates,
    catastrophe: Catastrophe.above({ errors: 5, restarts: 0 }),
    telemetry: Telemetry.httpRequests({ scrapeInterval: Duration.seconds(15) }),
    // what is left for a post-mortem: runs with their measurements, and a record outside of the cluster
    controller: Controller.argoRollouts({ unsuccessfulRunHistoryLimit: 20, analysisRunMetadata: { labels: { service: 'flash-sale' } } }),
    alerts: [
      new AlertChannel(chart, 'on-call', { slack: '#flash-sale', on: [AlertEvent.aborted(), AlertEvent.analysisFailed(), AlertEvent.analysisError()] }),
      new AlertChannel(chart, 'record', {
        webhook: 'release-record',
        on: [AlertEvent.updated(), AlertEvent.stepCompleted(), AlertEvent.analysisFailed(), AlertEvent.aborted(), AlertEvent.completed()],
      }),
    ],
  });
}

// At 100 % the old version has no requests, and still all of its pods: the last stage is held and asked about like every other, and going back
// takes no longer than before.
const hold = Duration.minutes(5);
flashSale('flash-sale', 'sale.example.com', Ramp.of([
  Stage.at(10), Stage.at(30), Stage.at(50), Stage.at(80), Stage.at(100, { hold }),
], { hold }));

// The shorter form, where a person decides whether half of the customers become all of them.
flashSale('flash-sale-short', 'sale.staging.example.com', Ramp.of([
  Stage.at(10), Stage.at(30), Stage.at(50, { approval: true }), Stage.at(100, { hold }),
], { hold }));

app.synth();
