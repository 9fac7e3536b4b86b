import type { Fields } from './case';
import { flaggerMetrics } from './flagger-base-metrics';
import { deployment, hook, named, object, secret } from './flagger-pieces';
import { manifestsIn } from './yaml-files';

/* Canaries of Flagger that everybody accepts: one for each way to get traffic to a version, with what they name. */

const TARGET = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' };
const SERVICE = { port: 80, targetPort: 8080 };
const WEIGHTS = { stepWeight: 10, maxWeight: 50 };
const HOSTS = ['shop.example'];
const AUDIENCE = { iterations: 5, match: [{ headers: { 'x-beta': { exact: 'always' } } }] };
const SUCCESS = { name: 'request-success-rate', interval: '1m', thresholdRange: { min: 99 } };
const INGRESS = { ingressRef: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'shop' } };

interface Pieces {
  readonly service?: Fields;
  readonly spec?: Fields;
  readonly analysis?: Fields;
}

function canary(provider: string, { service = {}, spec = {}, analysis = WEIGHTS }: Pieces = {}): Fields {
  return object('flagger.app/v1beta1', 'Canary', 'shop', {
    provider, targetRef: TARGET, ...spec, service: { ...SERVICE, ...service }, analysis: { interval: '1m', threshold: 5, ...analysis, metrics: analysis.metrics ?? [SUCCESS] },
  });
}

const ingress = (annotations: Fields): Fields => ({
  ...object('networking.k8s.io/v1', 'Ingress', 'shop', {
    rules: [{ host: HOSTS[0], http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'shop', port: { number: 80 } } } }] } }],
  }),
  metadata: { ...named('shop'), annotations },
});
const nginx = ingress({ 'nginx.ingress.kubernetes.io/ssl-redirect': 'false' });
const behind = (name: string, pieces: Pieces = {}, ...others: readonly Fields[]): Fields[] => [canary(name, pieces), deployment(), ...others];
const gatewayRefs = [{ name: 'public', namespace: 'shop' }];
const gateway = object('gateway.networking.k8s.io/v1', 'Gateway', 'public', { gatewayClassName: 'public', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] });

/** Everything that a Service of Istio can be told. */
const inMesh: Fields = {
  hosts: HOSTS,
  gateways: ['public', 'mesh'],
  match: [{ uri: { prefix: '/' } }],
  rewrite: { uri: '/' },
  timeout: '30s',
  retries: { attempts: 3, perTryTimeout: '1s', retryOn: 'connect-failure' },
  headers: { request: { add: { 'x-from': 'shop' } } },
  corsPolicy: { allowOrigin: ['https://shop.example'], allowMethods: ['GET'], maxAge: '24h' },
  trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' }, loadBalancer: { simple: 'LEAST_REQUEST' }, outlierDetection: { consecutive5xxErrors: 5, interval: '30s' } },
  apex: { labels: { tier: 'web' }, annotations: { 'example.com/team': 'shop' } },
};
const onGateway: Fields = {
  hosts: HOSTS,
  gatewayRefs,
  match: [{ uri: { prefix: '/' }, method: { exact: 'GET' }, headers: { 'x-tenant': { regex: 'a.*' } } }],
  timeout: '30s',
  backendTimeout: '10s',
  headers: { response: { set: { 'x-from': 'shop' } } },
};
const WEBHOOKS = [
  hook('start', 'confirm-rollout'), hook('smoke-test', 'pre-rollout', { timeout: '30s', metadata: { type: 'bash', cmd: 'true' } }), hook('load-test', 'rollout', { retries: 1 }),
  hook('more', 'confirm-traffic-increase', { muteAlert: true }), hook('promotion', 'confirm-promotion'), hook('take-back', 'rollback', { disableTLS: true }),
  hook('done', 'post-rollout'), hook('events', 'event'),
];
const ALERTS = [{ name: 'on-call', severity: 'error', providerRef: { name: 'on-call' } }, { name: 'all', severity: 'info', providerRef: { name: 'deploys', namespace: 'shop' } }];
const alertProviders = [
  object('flagger.app/v1beta1', 'AlertProvider', 'on-call', { type: 'slack', channel: 'on-call', username: 'flagger', secretRef: { name: 'hook' } }),
  object('flagger.app/v1beta1', 'AlertProvider', 'deploys', { type: 'discord', address: 'https://hooks.example/discord' }),
  secret('hook', { address: 'https://hooks.example/slack', token: 't' }),
];

const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'shop', {
  scaleTargetRef: TARGET, minReplicas: 2, maxReplicas: 4, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }],
});
const scaledObject = object('keda.sh/v1alpha1', 'ScaledObject', 'shop', {
  scaleTargetRef: { name: 'shop' }, minReplicaCount: 1, maxReplicaCount: 4, triggers: [{ type: 'prometheus', name: 'load', metadata: { serverAddress: 'http://prometheus:9090', query: 'sum(rate(http_requests_total{app="shop"}[1m]))', threshold: '5' } }],
});
const configs = [
  { ...object('v1', 'ConfigMap', 'settings'), data: { level: 'info' } }, secret('keys', { token: 't' }),
];
const withConfigs = deployment({ volumes: [{ name: 'settings', configMap: { name: 'settings' } }], envFrom: [{ secretRef: { name: 'keys' } }] });

const own: Readonly<Record<string, readonly Fields[]>> = {
  'kubernetes': [
    canary('kubernetes', {
      service: { portName: 'http', portDiscovery: true, appProtocol: 'http' },
      spec: { autoscalerRef: { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: 'shop', primaryScalerReplicas: { minReplicas: 2, maxReplicas: 5 } }, progressDeadlineSeconds: 600 },
      analysis: { iterations: 5, webhooks: WEBHOOKS },
    }), withConfigs, scaler, ...configs,
  ],
  'alerts': behind('istio', { service: { hosts: HOSTS, gateways: ['public'] }, analysis: { ...WEIGHTS, alerts: ALERTS } }, ...alertProviders),
  'daemon-set': [canary('kubernetes', { spec: { targetRef: { ...TARGET, kind: 'DaemonSet' } }, analysis: { iterations: 3, metrics: [] } }), { ...deployment(), kind: 'DaemonSet' }],
  'keda': [canary('kubernetes', { spec: { autoscalerRef: { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', name: 'shop', primaryScalerQueries: { load: 'sum(rate(http_requests_total{app="shop-primary"}[1m]))' } } }, analysis: { iterations: 3 } }), deployment(), scaledObject],
  'nginx': behind('nginx', { spec: INGRESS, analysis: { ...WEIGHTS, stepWeightPromotion: 30, primaryReadyThreshold: 80, canaryReadyThreshold: 100 } }, nginx),
  'nginx-audience': behind('nginx', { spec: INGRESS, analysis: { iterations: 5, match: [{ headers: { 'x-beta': { exact: 'always' } } }, { headers: { cookie: { exact: 'beta' } } }] } }, nginx),
  'skipper': behind('skipper', { spec: INGRESS }, ingress({ 'kubernetes.io/ingress.class': 'skipper' })),
  'istio': behind('istio', { service: inMesh, analysis: { ...WEIGHTS, mirror: true, mirrorWeight: 20 } }),
  'istio-audience': behind('istio', { service: { hosts: HOSTS, gateways: ['public'] }, analysis: { ...AUDIENCE, match: [{ headers: { 'x-beta': { regex: '.*' }, 'x-from': { prefix: 'in' } } }, { queryParams: { beta: { exact: 'true' } } }] } }),
  'istio-delegation': behind('istio', { service: { delegation: true } }),
  'istio-sticky': behind('istio', { service: { hosts: HOSTS, gateways: ['public'] }, analysis: { ...WEIGHTS, sessionAffinity: { cookieName: 'version', primaryCookieName: 'stable', maxAge: 3600, httpOnly: true, sameSite: 'Lax' } } }),
  'gateway-api': behind('gatewayapi:v1', { service: onGateway }, gateway),
  'gateway-api-audience': behind('gatewayapi:v1', { service: { hosts: HOSTS, gatewayRefs }, analysis: AUDIENCE }, gateway),
  'gateway-api-mirror': behind('gatewayapi:v1', { service: { hosts: HOSTS, gatewayRefs }, analysis: { iterations: 5, mirror: true } }, gateway),
  'gateway-api-v1beta1': behind('gatewayapi:v1beta1', { service: { hosts: HOSTS, gatewayRefs } }, gateway),
  'contour': behind('contour', { service: { match: [{ uri: { prefix: '/shop' } }], timeout: '15s', retries: { attempts: 3, perTryTimeout: '5s' } } }),
  'contour-audience': behind('contour', { analysis: AUDIENCE }),
  'traefik': behind('traefik', { analysis: { stepWeights: [1, 10, 50] } }, object('traefik.io/v1alpha1', 'IngressRoute', 'shop', {
    entryPoints: ['web'], routes: [{ kind: 'Rule', match: 'Host(`shop.example`)', services: [{ kind: 'TraefikService', name: 'shop', port: 80 }] }],
  })),
  'apisix': behind('apisix', { spec: { routeRef: { apiVersion: 'apisix.apache.org/v2', kind: 'ApisixRoute', name: 'shop' } } }, object('apisix.apache.org/v2', 'ApisixRoute', 'shop', {
    http: [{ name: 'shop', match: { hosts: HOSTS, paths: ['/*'] }, backends: [{ serviceName: 'shop', servicePort: 80 }] }],
  })),
  'gloo': behind('gloo', { spec: { upstreamRef: { apiVersion: 'gloo.solo.io/v1', kind: 'Upstream', name: 'shop', namespace: 'shop' } } }, object('gloo.solo.io/v1', 'Upstream', 'shop', { connectionConfig: { connectTimeout: '2s' } })),
  'kuma': behind('kuma'),
  'linkerd': behind('linkerd'),
  'app-mesh': behind('appmesh', { service: { meshName: 'shop', backends: ['store'], timeout: '15s', retries: { attempts: 3, perTryTimeout: '1s', retryOn: 'gateway-error' } } }),
  'knative': [canary('knative', { spec: { targetRef: { apiVersion: 'serving.knative.dev/v1', kind: 'Service', name: 'shop' } } }), object('serving.knative.dev/v1', 'Service', 'shop', { template: { spec: { containers: [{ name: 'main', image: 'registry.example/shop:1' }] } } })],
  'skipped': behind('nginx', { spec: { ...INGRESS, skipAnalysis: true, revertOnDeletion: true, suspend: false } }, nginx),
};

/** As few and as many as there are. */
export function readFlaggerBases(): Readonly<Record<string, readonly Fields[]>> {
  const real = Object.fromEntries(['blue-green', 'canary'].map(name => {
    return [`written ${name}`, [...manifestsIn('conformance/scenarios/flagger/app.yaml'), ...manifestsIn(`conformance/scenarios/flagger/${name}.yaml`)].map(inShop)];
  }));
  const measured = Object.fromEntries(Object.entries(flaggerMetrics).map(([name, { metrics, others }]) => {
    return [name, [canary('istio', { service: { hosts: HOSTS, gateways: ['public'] }, analysis: { ...WEIGHTS, metrics } }), deployment(), ...others]];
  }));
  return JSON.parse(JSON.stringify({ ...own, ...measured, ...real })) as typeof own;
}

function inShop(manifest: Fields): Fields {
  return { ...manifest, metadata: { ...manifest.metadata as Fields, namespace: 'shop' } };
}
