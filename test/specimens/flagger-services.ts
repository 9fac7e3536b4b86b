import { Duration } from 'cdk8s';
import {
  BlueGreenRollout, CanaryRollout, Controller, FlaggerBalancing, FlaggerTlsMode, FlaggerTrafficDistribution, FlaggerUpgrade, GatewayApiTraffic,
  IstioTraffic,
} from 'rolloutkit';
import type { FlaggerServiceOptions, FlaggerTextMatch } from 'rolloutkit';
import type { Program } from '../render';

const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
const flagger = (service: FlaggerServiceOptions) => Controller.flagger({ service });
const carried = { labels: { team: 'a' }, annotations: { 'example.com/a': 'b' } };
const compared: FlaggerTextMatch[] = [{ exact: '/a' }, { prefix: '/a' }, { regex: 'a' }];
const changed = { set: { 'x-a': '1' }, add: { 'x-b': '2' }, remove: ['x-c'] };

/** Services of Kubernetes alone. */
const services: Program = chart => {
  new BlueGreenRollout(chart, 'services', {
    containers,
    controller: flagger({
      headless: true,
      trafficDistribution: FlaggerTrafficDistribution.PREFER_CLOSE,
      apex: carried,
      primary: carried,
      canary: carried,
      unmanaged: { labels: ['example.com/a'], annotations: ['example.com/b'] },
    }),
  });
};

/** Everything that a mesh reads. */
const mesh: Program = chart => {
  new CanaryRollout(chart, 'mesh', {
    containers,
    traffic: new IstioTraffic({ hosts: ['mesh'] }),
    controller: flagger({
      hosts: ['shop.example.com'],
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
      timeout: Duration.seconds(15),
      retries: { attempts: 3, perTryTimeout: Duration.seconds(5), retryOn: ['5xx', 'connect-failure'] },
      requestHeaders: changed,
      responseHeaders: changed,
      corsPolicy: {
        origins: compared,
        allowMethods: ['GET'],
        allowHeaders: ['x-a'],
        exposeHeaders: ['x-b'],
        allowCredentials: true,
        maxAge: Duration.days(1),
      },
      trafficPolicy: {
        connectionPool: {
          maxPendingRequests: 10,
          maxRequests: 100,
          maxRequestsPerConnection: 10,
          maxRetries: 3,
          idleTimeout: Duration.minutes(1),
          upgrade: FlaggerUpgrade.UPGRADE,
        },
        loadBalancer: {
          balancing: FlaggerBalancing.LEAST_REQUEST,
          warmup: Duration.minutes(1),
          locality: { enabled: true, distribute: [{ source: 'us-west/*', targets: { 'us-west/*': 80, 'us-east/*': 20 } }] },
        },
        outlierDetection: {
          serverErrors: 5,
          gatewayErrors: 3,
          localOriginFailures: 3,
          splitLocalOriginErrors: true,
          consecutiveErrors: 5,
          interval: Duration.seconds(10),
          baseEjectionTime: Duration.seconds(30),
          maxEjectionPercent: 50,
          minHealthPercent: 20,
        },
        tls: {
          mode: FlaggerTlsMode.MUTUAL, clientCertificate: '/etc/certs/a.pem', privateKey: '/etc/certs/a.key', caCertificates: '/etc/certs/ca.pem', subjectAltNames: ['shop'], sni: 'shop',
        },
      },
    }),
  });
  const hashed = { header: { header: 'x-user' }, cookie: { cookie: { name: 'pod', path: '/', maxAge: Duration.hours(1) } }, address: { sourceIp: true, minimumRingSize: 512 } };
  for (const [name, consistentHash] of Object.entries(hashed)) {
    new CanaryRollout(chart, name, {
      containers,
      traffic: new IstioTraffic({ hosts: [name] }),
      controller: flagger({ trafficPolicy: { loadBalancer: { consistentHash, locality: { failover: [{ source: 'us-west', target: 'us-east' }] } } } }),
    });
  }
};

/** Everything that the Gateway API reads. */
const gateway: Program = chart => {
  new CanaryRollout(chart, 'gateway', {
    containers,
    traffic: new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' }),
    controller: flagger({
      gatewayRefs: [{ name: 'public', inNamespace: 'edge', listener: 'https', kind: 'Gateway', group: 'gateway.networking.k8s.io' }, { name: 'inside', port: 8443 }],
      match: [{ uri: { prefix: '/shop' } }],
      rewrite: { uri: '/', prefixOnly: true },
      timeout: Duration.seconds(15),
      backendTimeout: Duration.seconds(5),
      corsPolicy: { plainOrigins: ['https://shop.example.com'] },
      mirror: [{ name: 'copies', port: 80, inNamespace: 'audit' }, { name: 'copies', kind: 'Collector', group: 'example.com' }],
    }),
  });
};

export const programs: readonly Program[] = [services, mesh, gateway];
