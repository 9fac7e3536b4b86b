import { AlertSeverity, FlaggerBalancing, FlaggerHookType, FlaggerTlsMode, FlaggerTrafficDistribution, FlaggerUpgrade } from 'rolloutkit/pulumi';
import type { FlaggerServiceOptions, FlaggerTextMatch } from 'rolloutkit/pulumi';
import { canary, specimen, template } from './specimen';
import type { Specimen } from './specimen';

const carried = { labels: { team: 'a' }, annotations: { 'example.com/a': 'b' } };
const compared: FlaggerTextMatch[] = [{ exact: '/a' }, { prefix: '/a' }, { regex: 'a' }];
const changed = { set: { 'x-a': '1' }, add: { 'x-b': '2' }, remove: ['x-c'] };
const gateway = { gatewayApi: { hosts: ['shop.example'], gateway: 'public' } };
const istio = { istio: { hosts: ['checkout'] } };

const services: FlaggerServiceOptions = {
  headless: true,
  trafficDistribution: FlaggerTrafficDistribution.PREFER_CLOSE,
  apex: carried,
  primary: carried,
  canary: carried,
  unmanaged: { labels: ['example.com/a'], annotations: ['example.com/b'] },
};

const mesh: FlaggerServiceOptions = {
  hosts: ['shop.example'],
  gateways: ['istio-system/public', 'mesh'],
  match: [{
    name: 'shop',
    ignoreUriCase: true,
    headers: { 'X-Team': { exact: 'a' } },
    withoutHeaders: { 'x-internal': { regex: '.*' } },
    queryParams: { beta: { exact: '1' } },
    port: 80,
    sourceLabels: { app: 'shop' },
    sourceNamespace: 'shop',
    gateways: ['mesh'],
  }, ...compared.map(text => ({ uri: text, scheme: text, method: text, authority: text }))],
  rewrite: { uri: '/', authority: 'shop' },
  timeout: '15s',
  retries: { attempts: 3, perTryTimeout: '5s', retryOn: ['5xx', 'connect-failure'] },
  requestHeaders: changed,
  responseHeaders: changed,
  corsPolicy: { origins: compared, allowMethods: ['GET'], allowHeaders: ['x-a'], exposeHeaders: ['x-b'], allowCredentials: true, maxAge: '24h' },
  trafficPolicy: {
    connectionPool: { maxPendingRequests: 10, maxRequests: 100, maxRequestsPerConnection: 10, maxRetries: 3, idleTimeout: '1m', upgrade: FlaggerUpgrade.UPGRADE },
    loadBalancer: {
      balancing: FlaggerBalancing.LEAST_REQUEST, warmup: '1m', locality: { enabled: true, distribute: [{ source: 'us-west/*', targets: { 'us-west/*': 80, 'us-east/*': 20 } }] },
    },
    outlierDetection: {
      serverErrors: 5, gatewayErrors: 3, localOriginFailures: 3, splitLocalOriginErrors: true, consecutiveErrors: 5, interval: '10s', baseEjectionTime: '30s', maxEjectionPercent: 50, minHealthPercent: 20,
    },
    tls: {
      mode: FlaggerTlsMode.MUTUAL, clientCertificate: '/etc/certs/a.pem', privateKey: '/etc/certs/a.key', caCertificates: '/etc/certs/ca.pem', subjectAltNames: ['shop'], sni: 'shop',
    },
  },
};

const hashed = [{ header: 'x-user' }, { cookie: { name: 'pod', path: '/', maxAge: '1h' } }, { sourceIp: true, minimumRingSize: 512 }]
  .map((consistentHash): FlaggerServiceOptions => ({ trafficPolicy: { loadBalancer: { consistentHash, locality: { failover: [{ source: 'us-west', target: 'us-east' }] } } } }));

const behindGateway: FlaggerServiceOptions = {
  gatewayRefs: [{ name: 'public', inNamespace: 'edge', listener: 'https', kind: 'Gateway', group: 'gateway.networking.k8s.io' }, { name: 'inside', port: 8443 }],
  match: [{ uri: { prefix: '/shop' } }],
  rewrite: { uri: '/', prefixOnly: true },
  timeout: '15s',
  backendTimeout: '5s',
  corsPolicy: { plainOrigins: ['https://shop.example'] },
  mirror: [{ name: 'copies', port: 80, inNamespace: 'audit' }, { name: 'copies', kind: 'Collector', group: 'example.com' }],
};

export const specimens: readonly Specimen[] = [
  specimen('BlueGreenRollout', 'services', { name: 'checkout', namespace: 'shop', template, controller: { flagger: { service: services, iterations: 5 } } }),
  ...[mesh, ...hashed].map((service, index) => canary(`meshed-${index}`, { traffic: istio, controller: { flagger: { service } } })),
  canary('behind-gateway', { traffic: gateway, controller: { flagger: { service: behindGateway } } }),
  canary('by-flagger', {
    traffic: gateway,
    ramp: { stages: [5, 25, 50] },
    progressDeadline: '5m',
    scaling: { hpa: { min: 2, max: 10, cpuPercent: 70 } },
    analyses: [{ successRate: { atLeast: 99, interval: '1m', window: '5m' } }, { latency: { atMost: '250ms' } }, { custom: { query: 'sum(up)', atLeast: 1, name: 'own' } }],
    alerts: [{ slack: '#shop', secret: { name: 'slack' }, username: 'bot', severity: AlertSeverity.WARN, providerName: 'shop' }],
    labels: { team: 'shop' },
    annotations: { 'example.com/a': 'b' },
    controller: {
      flagger: {
        interval: '30s',
        threshold: 3,
        promotionStep: 20,
        primaryReadyPercent: 80,
        canaryReadyPercent: 90,
        skipAnalysis: false,
        revertOnDeletion: true,
        suspend: false,
        metricsServer: 'http://prometheus.monitoring:9090',
        primaryScaler: { minReplicas: 3, maxReplicas: 20 },
        manualRollback: true,
        gates: 'http://flagger-loadtester.test/',
        version: '1.44',
        webhooks: [{ name: 'notify', moment: FlaggerHookType.PRE_ROLLOUT, url: 'http://tests.shop/smoke', timeout: '30s', retries: 2, insecure: true, muteAlert: true, metadata: { suite: 'smoke' } }],
      },
    },
  }),
  canary('mirrored', { traffic: istio, mirrorPercent: 30, controller: { flagger: {} } }),
  canary('scaled-by-keda', {
    traffic: gateway, scaling: { keda: { scaledObjectName: 'queue', min: 1, max: 5 } }, controller: { flagger: { primaryScaler: { queries: { requests: 'sum(rate(requests[1m]))' } } } },
  }),
  canary('on-every-node', { traffic: gateway, controller: { flagger: { daemonSet: true } } }),
  specimen('ABTestRollout', 'tested', {
    name: 'checkout',
    namespace: 'shop',
    template,
    traffic: istio,
    audience: { header: { name: 'x-team', isExactly: 'a' } },
    duration: '1h',
    controller: { flagger: { audience: { queryParams: { beta: { exact: '1' } }, sourceLabels: { app: 'shop' } } } },
  }),
  canary('hooked-by-flagger', {
    traffic: gateway,
    controller: { flagger: {} },
    hooks: [
      { beforeTraffic: { loadTest: { command: 'hey http://shop/' } } },
      { beforePromotion: { http: { url: 'http://tests.shop/ready' } } },
      { duringTraffic: { helmTest: { release: 'shop' } } },
      { afterPromotion: { loadTest: { name: 'after', command: 'hey http://shop/' } } },
      { onRollback: { http: { name: 'back', url: 'http://tests.shop/back' } } },
    ],
  }),
];
