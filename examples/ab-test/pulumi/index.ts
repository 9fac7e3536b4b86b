import { ABTestRollout, CanaryRollout } from 'rolloutkit/pulumi';

const shop = {
  namespace: 'shop',
  template: {
    spec: {
      containers: [{
        name: 'main',
        image: 'registry.example/shop:2.0.0',
        ports: [{ containerPort: 8080 }],
        readinessProbe: { tcpSocket: { port: 8080 } },
      }],
    },
  },
  replicas: 6,
};
const traffic = (host: string) => ({ gatewayApi: { hosts: [host], gateway: 'public' } });

// Who has asked for the beta sees the new version for a week, on two pods. Then a person decides, and everybody gets it. In a week chance
// makes more than one window of two minutes bad, so the questions look at whole hours.
const hourly = { window: '1h', minimumRequests: 1000 };
new ABTestRollout('beta', {
  ...shop,
  traffic: traffic('shop.example.com'),
  audience: { cookie: { name: 'beta', isExactly: 'always' } },
  duration: '7d',
  promotion: { manual: true },
  analyses: [{ successRate: hourly }, { latency: hourly }],
});

// The staff sees it first, for an hour, and keeps seeing it while everybody else gets it step by step.
const staff = { header: { name: 'x-staff', isPresent: true } };
new CanaryRollout('staff', {
  ...shop,
  traffic: traffic('desk.example.com'),
  ramp: {
    of: [
      { forAudience: staff, hold: '1h' },
      { at: 10, audience: staff },
      { at: 50, audience: staff, scale: { percent: 60 } },
    ],
  },
  analyses: [{ successRate: {} }, { latency: {} }],
});
