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
  // The one line that makes the difference to examples/theory.
  controller: { flagger: { gates: 'http://flagger-loadtester.test' } },
};

// 5, 25, 50, then all, five minutes each.
new CanaryRollout('stages', {
  ...theory,
  traffic: { gatewayApi: { hosts: ['stages.example.com'], gateway: 'public' } },
  ramp: { stages: [5, 25, 50, 100] },
});

// 20 % and 50 %, then all. Flagger holds every stage equally long, and moves shares of the traffic behind a router alone.
new CanaryRollout('minutes', {
  ...theory,
  replicas: 10,
  traffic: { gatewayApi: { hosts: ['minutes.example.com'], gateway: 'public' } },
  ramp: { stages: [20, 50], hold: '2m' },
});

// 5, 30, and a person decides about the rest, at a gate of the load tester.
new CanaryRollout('approval', {
  ...theory,
  traffic: { nginx: { hosts: ['approval.example.com'] } },
  ramp: { stages: [5, 30], hold: '10m' },
  promotion: { manual: true },
});
