/* What may be written into `spec.service` of a Canary. */

const ABSENT = undefined;
const PORTS = [80, 8080, 0, -1, 70000, 80.5, '80', null, ABSENT];
const TIMES = ['30s', '1m', '500ms', '1.5s', '1d', '30', '', 30, 'soon', ABSENT];
const HOSTS = [[], ['shop.example'], ['*'], ['*.shop.example'], ['Shop.example'], ['10.0.0.1'], ['shop.example:80'], ['shop'], [''], 'shop.example', ABSENT];
const STRING_MATCHES = [{}, { exact: '/x' }, { prefix: '/' }, { regex: '/.*' }, { regex: '(' }, { suffix: '/x' }, { prefix: 'x' }, { exact: 'a', prefix: 'b' }, { exact: '' }, null, 'x'];
const METADATA = [{ labels: { app: 'other' } }, { annotations: { 'a b': 'x' } }, { labels: { tier: 5 } }, {}, ABSENT];
const DURATIONS = ['24h', '1d', '', '86400', 5, ABSENT];

export const flaggerService: Readonly<Record<string, readonly unknown[]>> = {
  'spec.service.name': ['shop', 'other', 'Shop', '9lives', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(60), 'shop.web', '', 5, ABSENT],
  'spec.service.port': PORTS,
  'spec.service.portName': ['http', 'web', 'metrics', 'grpc', 'HTTP', 'a'.repeat(16), '', ABSENT],
  'spec.service.targetPort': [80, 8080, 9797, 'web', 'metrics', 'nobody', 0, '8080', '', 1.5, ABSENT],
  'spec.service.appProtocol': ['http', 'tcp', 'TCP', 'grpc', '', 5, ABSENT],
  'spec.service.portDiscovery': [true, false, 'true', ABSENT],
  'spec.service.headless': [true, false, 'true', ABSENT],
  'spec.service.trafficDistribution': ['PreferClose', 'PreferSameZone', 'Random', '', ABSENT],
  'spec.service.timeout': TIMES,
  'spec.service.backendTimeout': TIMES,
  'spec.service.gateways': [[], ['public'], ['mesh'], ['public', 'mesh'], ['shop/public'], [''], 'public', ABSENT],
  'spec.service.gatewayRefs': [
    [], ABSENT, null, [{}], [{ name: 'public' }], [{ name: '' }], [{ name: 'public', namespace: 'Shop' }], [{ name: 'public', port: 0 }], [{ name: 'public', port: 80, sectionName: 'http' }], [{ group: '', kind: 'Service', name: 'shop', port: 80 }],
    [{ group: 'bad_group', name: 'public' }], [{ name: 'public', kind: '9' }],
  ],
  'spec.service.hosts': HOSTS,
  'spec.service.delegation': [true, false, 'true', ABSENT],
  'spec.service.match': [
    [], ABSENT, [{}], [{ headers: { x: { exact: 'y' } } }], [{ uri: { prefix: '/' }, ignoreUriCase: true }], [{ uri: { prefix: '/' }, port: 80 }], [{ uri: { prefix: '/' }, port: -1 }], [{ uri: { prefix: '/' }, sourceLabels: { app: 'x' } }],
    [{ authority: { exact: 'x' } }], [{ method: { prefix: 'G' } }], [{ method: { exact: 'get' } }], [{ name: 'x', gateways: ['public'] }], [{ queryParams: { x: { prefix: 'y' } } }], [{ queryParams: { x: { exact: 'y' } } }], { uri: { prefix: '/' } },
  ],
  'spec.service.match.*.uri': [...STRING_MATCHES, ABSENT],
  'spec.service.match.*.method': [...STRING_MATCHES, { exact: 'GET' }, { exact: 'get' }, ABSENT],
  'spec.service.match.*.headers': [...STRING_MATCHES.map(x => ({ x })), {}, ABSENT],
  'spec.service.match.*.queryParams': [...STRING_MATCHES.map(x => ({ x })), {}, ABSENT],
  'spec.service.rewrite': [{ uri: '/' }, { uri: '/', type: 'ReplacePrefixMatch' }, { uri: '/', type: 'Other' }, { authority: 'x' }, {}, { url: '/' }, ABSENT],
  'spec.service.retries': [{ attempts: 3 }, { attempts: -1 }, { attempts: 1.5 }, { attempts: 3, perTryTimeout: 'soon' }, { attempts: 3, perTryTimeout: '' }, {}, ABSENT],
  'spec.service.retries.perTryTimeout': TIMES,
  'spec.service.headers': [{ request: { add: { x: 'y' } } }, { response: { remove: ['x'] } }, { request: { set: { x: 5 } } }, { request: { remove: 'x' } }, {}, ABSENT],
  'spec.service.mirror': [[{ backendRef: { name: 'shop-copy', port: 80 } }], [{ backendRef: { name: 'shop-copy' } }], [{ backendRef: { name: '', port: 80 } }], [{}], [], ABSENT],
  'spec.service.corsPolicy': [
    {}, { allowOrigin: ['*'] }, { allowOrigin: ['*'], maxAge: '24h' }, { allowOrigins: [{ exact: 'x' }] }, { allowOrigins: [{ exact: 'x', prefix: 'y' }] }, { allowOrigins: [{}] }, { allowCredentials: 'yes' },
    ...DURATIONS.map(maxAge => ({ allowOrigin: ['x'], maxAge })), ABSENT,
  ],
  'spec.service.corsPolicy.maxAge': DURATIONS,
  'spec.service.meshName': ['shop', '', 5, ABSENT],
  'spec.service.backends': [[], ['store'], [''], 'store', ABSENT],
  'spec.service.trafficPolicy': [
    {}, { tls: {} }, { tls: { mode: 'ISTIO_MUTUAL' } }, { tls: { mode: 'istio' } }, { loadBalancer: {} }, { loadBalancer: { simple: 'ROUND_ROBIN' } }, { loadBalancer: { simple: 'Random' } }, { loadBalancer: { simple: 'RANDOM', consistentHash: { useSourceIp: true } } },
    { loadBalancer: { consistentHash: {} } }, { loadBalancer: { consistentHash: { httpHeaderName: 'x' } } }, { loadBalancer: { consistentHash: { httpQueryParameterName: 'x' } } }, { loadBalancer: { consistentHash: { httpHeaderName: 'x', useSourceIp: true } } },
    { loadBalancer: { consistentHash: { useSourceIp: true, minimumRingSize: -1 } } }, { loadBalancer: { localityLbSetting: { enabled: true } } }, { loadBalancer: { simple: 'RANDOM', warmupDurationSecs: '30s' } },
    { connectionPool: { http: { http1MaxPendingRequests: 5 } } }, { connectionPool: { tcp: { maxConnections: 5 } } }, { connectionPool: { http: { h2UpgradePolicy: 'upgrade' } } }, { portLevelSettings: [] },
    { outlierDetection: { consecutive5xxErrors: 5 } }, { outlierDetection: { consecutive5xxErrors: -1 } },
    { outlierDetection: { consecutiveGatewayErrors: 1.5 } }, { outlierDetection: { consecutiveLocalOriginFailures: -5 } },
    { outlierDetection: { maxEjectionPercent: 200 } },
    ABSENT,
  ],
  'spec.service.trafficPolicy.outlierDetection.consecutive5xxErrors': [0, 5, -1, 1.5, 5000000000, '5', ABSENT],
  'spec.service.apex': METADATA,
  'spec.service.primary': METADATA,
  'spec.service.canary': METADATA,
  'spec.service.unmanagedMetadata': [{ labels: ['x'] }, { annotations: ['x'] }, { labels: 'x' }, {}, ABSENT],
};
