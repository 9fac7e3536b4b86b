import { CanaryRollout } from 'rolloutkit/pulumi';

new CanaryRollout('checkout', {
  namespace: 'shop',
  template: {
    spec: {
      containers: [{
        name: 'main',
        image: 'registry.example/checkout:1.4.2',
        ports: [{ containerPort: 8080 }],
        readinessProbe: { tcpSocket: { port: 8080 } },
      }],
    },
  },
  replicas: 5,
  ramp: { stages: [20, 40, 60, 80], hold: '5m' },
  analyses: [
    { successRate: { atLeast: 99 } },
    { latency: { percentile: 95, atMost: '500ms' } },
  ],
});
