import * as pulumi from '@pulumi/pulumi';
import { CanaryRollout, SuccessRateAnalysis } from 'rolloutkit/pulumi';

const config = new pulumi.Config();

const rate = new SuccessRateAnalysis('rate', { namespace: 'shop', atLeast: 99.5 });

const checkout = new CanaryRollout('checkout', {
  namespace: 'shop',
  template: {
    spec: {
      containers: [{
        name: 'checkout',
        image: `registry.example/checkout:${config.require('version')}`,
        ports: [{ containerPort: 8080 }],
        readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
      }],
    },
  },
  replicas: 5,
  traffic: { gatewayApi: { hosts: ['shop.example.com'], gateway: 'public' } },
  ramp: { stages: [5, 25, 50], hold: '5m' },
  analyses: [rate, { latency: { percentile: 95, atMost: '500ms' } }],
});

export const service = checkout.stableServiceName;
