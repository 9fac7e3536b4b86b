import { CanaryRollout } from 'rolloutkit/pulumi';

new CanaryRollout('flash-sale', {
  namespace: 'flash-sale',
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
  // Flagger makes a copy of the autoscaler for the primary: each version is scaled by what it needs itself.
  scaling: { hpa: { min: 10, max: 60, cpuPercent: 60 } },
  // Flagger drives no load balancer of AWS: a Gateway stands in front instead.
  traffic: { gatewayApi: { hosts: ['sale.example.com'], gateway: 'public' } },
  ramp: { of: [10, 30, 50, 80, 100].map(at => ({ at, hold: '2m' })) },
  analyses: [
    { errorRate: { atMost: 1 } },
    { successRate: { atLeast: 99 } },
    // time: a crowd comes faster than pods do, and Flagger cannot be told to wait for them, so that more of it is tolerated
    { latency: { percentile: 95, atMost: '600ms' } },
    // business: orders a minute, of the whole shop
    {
      custom: {
        name: 'orders',
        query: '60 * sum(rate(orders_completed_total{namespace="{{args.namespace}}"}[5m]))',
        atLeast: 300,
        scope: { everything: true },
        window: '5m',
      },
    },
    // pods: how full their memory is
    { saturation: { of: { memoryOfLimits: true }, atMost: 85 } },
  ],
  catastrophe: { above: { errors: 5, restarts: 0 } },
  alerts: [{ providerName: 'on-call', slack: '#flash-sale', secret: { name: 'slack-webhook' }, on: [{ aborted: true }] }],
  // Of all questions together one failed check takes a release back, and the next check does it: a bad version has the crowd for four minutes.
  controller: { flagger: { interval: '2m', threshold: 1 } },
  telemetry: { httpRequests: { scrapeInterval: '15s' } },
});
