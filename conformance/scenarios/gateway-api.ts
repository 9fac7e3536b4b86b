// The weights and header routes that the Gateway API plugin writes.
import { Analysis, GatewayApiTraffic } from 'rolloutkit';
import { routedBy } from './rendered';
import { answers } from './series';
import type { Scenario } from '../harness/scenario';

const errorRate = Analysis.errorRate();

export const scenarios: readonly Scenario[] = [
  {
    engine: 'argo',
    plugin: 'gateway-api-plugin',
    manifests: routedBy(new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' }), { replicas: 4, analyses: [errorRate] }),
    factor: 60,
    id: 'gateway-api/good',
    why: 'the HTTPRoute carries each weight',
    series: answers(),
    until: { promoted: true, phase: 'Healthy', routed: 0, quiet: 2 },
    expect: { phase: 'Healthy', weight: 100, weights: [5, 25, 50, 100], routeWeights: { 'HTTPRoute shop': [5, 25, 50, 100, 0] } },
  },
];
