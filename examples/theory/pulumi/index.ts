import { CanaryRollout } from 'rolloutkit/pulumi';

const theory = {
  namespace: 'theory',
  template: {
    spec: {
      containers: [{
        name: 'main',
        image: 'registry.example/theory:2.0.0',
        ports: [{ containerPort: 8080 }],
        readinessProbe: { tcpSocket: { port: 8080 } },
      }],
    },
  },
  analyses: [{ errorRate: {} }, { latency: {} }],
};

// 5, 25, 50, then all. A router gives the canary any share, however many pods there are.
new CanaryRollout('stages', {
  ...theory,
  traffic: { gatewayApi: { hosts: ['stages.example.com'], gateway: 'public' } },
  ramp: { stages: [5, 25, 50, 100] },
});

// 20 % for a minute, 50 % for two, then all. Without a router pods share the traffic: 2 of 10, then 5 of 10.
new CanaryRollout('minutes', {
  ...theory,
  replicas: 10,
  ramp: { of: [{ at: 20, hold: '1m' }, { at: 50, hold: '2m' }] },
});

// 5, 30, and a person decides about the rest.
new CanaryRollout('approval', {
  ...theory,
  traffic: { nginx: { hosts: ['approval.example.com'] } },
  ramp: { stages: [5, 30], hold: '10m' },
  promotion: { manual: true },
});
