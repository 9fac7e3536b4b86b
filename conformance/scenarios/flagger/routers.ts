// What a user writes by hand for routers that Flagger follows.
import type { HandWritten } from './shop';
import type { KubeObject } from '../../harness/objects';

const hosts = ['shop.example.com'];
const ingress: KubeObject = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'shop' },
  spec: {
    ingressClassName: 'nginx',
    rules: [{ host: hosts[0], http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'shop', port: { number: 80 } } } }] } }],
  },
};
const ingressRef = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'shop' };

export const kubernetes: HandWritten = { provider: 'kubernetes' };
export const nginx: HandWritten = { provider: 'nginx', objects: [ingress], refs: { ingressRef } };
export const istio: HandWritten = { provider: 'istio', service: { hosts, gateways: ['public'] } };
export const gatewayApi: HandWritten = { provider: 'gatewayapi:v1', service: { hosts, gatewayRefs: [{ name: 'public', namespace: 'gateways' }] } };
/** As it was with SMI: it writes TrafficSplits. */
export const linkerdSmi: HandWritten = { provider: 'linkerd' };
