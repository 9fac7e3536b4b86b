import { BlueGreenRollout } from 'rolloutkit/pulumi';

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
  replicas: 3,
  analyses: [{ successRate: { atLeast: 99 } }, { latency: {} }],
};

// The new version can be looked at for five minutes, then everybody gets it, or gets the old one back.
new BlueGreenRollout('automatic', {
  ...shop,
  promotion: { automatic: { after: '5m' } },
});

// One pod of it is probed, then a person decides. A prober sends requests of its own, so it has an answer before users come.
new BlueGreenRollout('approval', {
  ...shop,
  previewReplicas: 1,
  promotion: { manual: true },
  gates: [{
    beforePromotion: true,
    analysis: { custom: { name: 'probe', query: 'probe_success{instance="http://approval-preview.shop:8080/ready"}', atLeast: 1, count: 1 } },
  }],
});
