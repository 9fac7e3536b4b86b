import { specimen, template } from './specimen';
import type { Specimen } from './specimen';

const baseline = { name: 'baseline', template };
const canary = { name: 'canary', template, replicas: 2, minReady: '10s', service: true };
const errors = { errorRate: { atMost: 1 } };

/** Experiments with what only they can say. */
export const specimens: readonly Specimen[] = [
  specimen('Experiment', 'compared', {
    name: 'compare',
    namespace: 'shop',
    labels: { team: 'shop' },
    annotations: { note: 'by hand' },
    duration: '30m',
    progressDeadline: '5m',
    scaleDownDelay: '1m',
    variants: [baseline, canary],
    analyses: [
      { analysis: errors, of: 'canary', against: 'baseline', name: 'errors', keptMeasurements: 50 },
      { analysis: { latency: { percentile: 95, atMost: '50ms' } }, of: 'canary', against: 'baseline', dryRun: true },
      { analysis: { http: { url: 'http://check.shop:8080/run' } }, of: 'canary' },
      { analysis: { custom: { name: 'orders', query: 'orders{hash="{{args.hash}}"}', atLeast: 1, args: [{ name: 'hash', required: true }] } }, args: [{ name: 'hash', variantHash: 'canary' }] },
    ],
    runMetadata: { labels: { team: 'shop' } },
    source: { prometheus: { address: 'http://metrics:9090' } },
    telemetry: { custom: { requests: 'requests_total', errors: 'code=~"5.."', duration: 'duration_seconds' } },
    controller: { argoRollouts: {} },
  }),
  specimen('Experiment', 'alone', {
    namespace: 'shop',
    variants: [{ name: 'next', template, serviceName: 'next' }],
    analyses: [{ analysis: errors }],
    dryRun: ['.*'],
    keptMeasurements: { '.*': 20 },
  }),
  specimen('Experiment', 'ended', {
    namespace: 'shop',
    variants: [baseline],
    duration: '10m',
    terminate: true,
    analyses: [{ analysis: errors, required: false }],
    waive: [{ rule: 'workload-probes', reason: 'it has no requests' }],
    wait: 'created',
  }),
];
