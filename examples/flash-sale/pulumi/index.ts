import { AlertChannel, CanaryRollout } from 'rolloutkit/pulumi';
import type { Ramp } from 'rolloutkit/pulumi';

/* What is asked. Prometheus scrapes every 15 seconds, so a window of one minute holds four scrapes. */

// An hour of measurements stays in each run, for who reads it afterwards.
const kept = { keptMeasurements: 60 };

// Errors: more than 1 % of the canary's requests, and the first such answer ends the release.
const errors = { errorRate: { atMost: 1, failureLimit: 0, interval: '30s', ...kept } };
const success = { successRate: { atLeast: 99, ...kept } };
// Time: a crowd comes faster than pods do. Five slow minutes are what the autoscaler needs to see it, to add pods and to get them ready;
// then three good answers in a row are wanted.
const latency = { latency: { percentile: 95, atMost: '400ms', failureLimit: 5, consecutiveSuccesses: 3, ...kept } };
// Business: orders a minute, of the whole shop. What the sale is for can fall while every request is answered.
const orders = {
  custom: {
    name: 'orders',
    query: '60 * sum(rate(orders_completed_total{namespace="{{args.namespace}}"}[5m]))',
    atLeast: 300,
    scope: { everything: true },
    window: '5m',
    interval: '1m',
    failureLimit: 2,
    ...kept,
  },
};
// Pods: how full the memory is, whether it only grows, and whether a container had to be started again.
const memory = { saturation: { of: { memoryOfLimits: true }, atMost: 85, ...kept } };
const leak = { saturation: { of: { memoryGrowth: true }, atMost: 20, window: '10m', interval: '2m', ...kept } };
const restarts = { restarts: { failureLimit: 0, ...kept } };

const gates = [
  ...[errors, success, latency, orders, memory].flatMap(analysis => [{ throughout: true, analysis }, { eachStage: true, analysis }]),
  // the catastrophe below looks for restarts throughout; a gate waits for an answer as well, so that one is known to be looked for
  { eachStage: true, analysis: restarts },
  // it has no answer before the first pods are a quarter of an hour old, so only the last stage waits for one
  { throughout: true, analysis: leak },
  { beforePromotion: true, analysis: leak },
];

/* Who is told. For Argo Rollouts a channel is no object of its own, so that both rollouts may have it. */

const alerts = [
  new AlertChannel('on-call', { slack: '#flash-sale', on: [{ aborted: true }, { analysisFailed: true }, { analysisError: true }] }),
  new AlertChannel('record', {
    webhook: 'release-record',
    on: [{ updated: true }, { stepCompleted: true }, { analysisFailed: true }, { aborted: true }, { completed: true }],
  }),
];

/** The service in a namespace of its own. */
function flashSale(namespace: string, host: string, ramp: Ramp): void {
  new CanaryRollout(namespace, {
    name: 'flash-sale',
    namespace,
    template: {
      spec: {
        containers: [{
          name: 'flash-sale',
          image: 'registry.example/flash-sale:3.1.0',
          ports: [{ containerPort: 8080 }],
          readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
          livenessProbe: { httpGet: { path: '/healthy', port: 8080 } },
          resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2', memory: '1024Mi' } },
        }],
      },
    },
    scrape: { at: { port: 8080, path: '/metrics' } },
    // both versions are scaled: the stable one by what it needs, the canary by its share of that
    scaling: { hpa: { min: 10, max: 60, cpuPercent: 60 } },
    traffic: { alb: { hosts: [host], scheme: 'internet-facing' } },
    ramp,
    gates,
    catastrophe: { above: { errors: 5, restarts: 0 } },
    telemetry: { httpRequests: { scrapeInterval: '15s' } },
    // what is left for a post-mortem: runs with their measurements, and a record outside of the cluster
    controller: { argoRollouts: { unsuccessfulRunHistoryLimit: 20, analysisRunMetadata: { labels: { service: 'flash-sale' } } } },
    alerts,
  });
}

// At 100 % the old version has no requests, and still all of its pods: the last stage is held and asked about like every other, and going back
// takes no longer than before.
const hold = '5m';
flashSale('flash-sale', 'sale.example.com', { of: [{ at: 10 }, { at: 30 }, { at: 50 }, { at: 80 }, { at: 100, hold }], hold });

// The shorter form, where a person decides whether half of the customers become all of them.
flashSale('flash-sale-short', 'sale.staging.example.com', { of: [{ at: 10 }, { at: 30 }, { at: 50, approval: true }, { at: 100, hold }], hold });
