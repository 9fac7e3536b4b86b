import { Duration } from 'cdk8s';
import { Controller, FlaggerBalancing, FlaggerTlsMode, FlaggerTrafficDistribution, FlaggerUpgrade } from 'rolloutkit';
import type { FlaggerServiceOptions } from 'rolloutkit';
import { flaggerService, flaggerServiceProblems } from '../../src/controllers/flagger/service';
import { resolved, token } from '../engines/argo/token';

const told = (service: FlaggerServiceOptions) => () => Controller.flagger({ service });
const hash = { consistentHash: { sourceIp: true } };

test('what nobody said is not written, and neither is what says nothing', () => {
  expect(flaggerService({})).toEqual({});
  expect(flaggerService({ match: [], mirror: [], hosts: [], requestHeaders: { set: {}, remove: [] } })).toEqual({});
  expect(flaggerService({ trafficPolicy: { connectionPool: {} } })).toEqual({});
  expect(flaggerService({ apex: {}, primary: { labels: {} }, unmanaged: { labels: [] } })).toEqual({});
});

test('what the Services are told counts for all of them', () => {
  expect(flaggerService({ headless: true, trafficDistribution: FlaggerTrafficDistribution.PREFER_SAME_ZONE, apex: { labels: { team: 'a' } }, unmanaged: { annotations: ['a.example/b'] } }))
    .toEqual({ headless: true, trafficDistribution: 'PreferSameZone', apex: { labels: { team: 'a' } }, unmanagedMetadata: { annotations: ['a.example/b'] } });
});

test('a match without a path is for any path, and says so', () => {
  expect(flaggerService({ match: [{ headers: { 'X-Team': { exact: 'a' } } }, { uri: { exact: '/a' } }] }).match)
    .toEqual([{ uri: { prefix: '/' }, headers: { 'x-team': { exact: 'a' } } }, { uri: { exact: '/a' } }]);
});

test('a permission is remembered as long as browsers do it by themselves, where nothing is said', () => {
  expect(flaggerService({ corsPolicy: { plainOrigins: ['https://a.example'] } }).corsPolicy).toEqual({ allowOrigin: ['https://a.example'], maxAge: '5s' });
  expect(flaggerService({ corsPolicy: { origins: [{ regex: '.*' }], maxAge: Duration.days(1) } }).corsPolicy).toEqual({ allowOrigins: [{ regex: '.*' }], maxAge: '24h' });
});

test('times are written as routers read them', () => {
  const retries = { attempts: 2, perTryTimeout: Duration.millis(500) };
  expect(flaggerService({ timeout: Duration.seconds(90), backendTimeout: Duration.millis(1500), retries }))
    .toEqual({ timeout: '1m30s', backendTimeout: '1s500ms', retries: { attempts: 2, perTryTimeout: '500ms' } });
});

test('causes to try again are one text', () => {
  expect(flaggerService({ retries: { attempts: 2, retryOn: ['5xx', 'reset'] } }).retries).toEqual({ attempts: 2, retryOn: '5xx,reset' });
});

test.each([[true, 'ReplacePrefixMatch'], [false, 'ReplaceFullPath']])('a path replaces what was compared of it, or all of it', (prefixOnly, type) => {
  expect(flaggerService({ rewrite: { uri: '/a', prefixOnly } }).rewrite).toEqual({ uri: '/a', type });
});

test('every host may be meant where requests come by a Gateway', () => {
  expect(told({ hosts: ['*'], gateways: ['istio-system/public'] })).not.toThrow();
});

test('a cookie may end with the browser', () => {
  const consistentHash = { cookie: { name: 'pod', maxAge: Duration.seconds(0) } };
  expect(told({ trafficPolicy: { loadBalancer: { consistentHash } } })).not.toThrow();
  expect(flaggerService({ trafficPolicy: { loadBalancer: { consistentHash } } }).trafficPolicy)
    .toEqual({ loadBalancer: { consistentHash: { httpCookie: { name: 'pod', ttl: '0s' } } } });
});

test.each([
  [FlaggerBalancing.ROUND_ROBIN, 'ROUND_ROBIN'], [FlaggerBalancing.LEAST_CONN, 'LEAST_CONN'], [FlaggerBalancing.RANDOM, 'RANDOM'],
  [FlaggerBalancing.PASSTHROUGH, 'PASSTHROUGH'], [FlaggerBalancing.LEAST_REQUEST, 'LEAST_REQUEST'],
])('a pod is chosen by %s', (balancing, simple) => {
  expect(flaggerService({ trafficPolicy: { loadBalancer: { balancing } } }).trafficPolicy).toEqual({ loadBalancer: { simple } });
});

test.each([
  [FlaggerTlsMode.DISABLE, 'DISABLE'], [FlaggerTlsMode.SIMPLE, 'SIMPLE'], [FlaggerTlsMode.ISTIO_MUTUAL, 'ISTIO_MUTUAL'],
])('connections to the pods are encrypted by %s', (mode, written) => {
  expect(told({ trafficPolicy: { tls: { mode } } })).not.toThrow();
  expect(flaggerService({ trafficPolicy: { tls: { mode } } }).trafficPolicy).toEqual({ tls: { mode: written } });
});

test.each([
  [FlaggerUpgrade.DEFAULT, 'DEFAULT'], [FlaggerUpgrade.DO_NOT_UPGRADE, 'DO_NOT_UPGRADE'], [FlaggerUpgrade.UPGRADE, 'UPGRADE'],
])('connections are upgraded or not: %s', (upgrade, written) => {
  const { trafficPolicy } = flaggerService({ trafficPolicy: { connectionPool: { upgrade } } });
  expect(trafficPolicy).toEqual({ connectionPool: { http: { h2UpgradePolicy: written } } });
});

test.each([
  [FlaggerTrafficDistribution.PREFER_CLOSE, 'PreferClose'], [FlaggerTrafficDistribution.PREFER_SAME_ZONE, 'PreferSameZone'],
  [FlaggerTrafficDistribution.PREFER_SAME_NODE, 'PreferSameNode'],
])('pods are preferred: %s', (trafficDistribution, written) => {
  expect(flaggerService({ trafficDistribution })).toEqual({ trafficDistribution: written });
});

test('values that are not known yet are passed on, and never looked at', () => {
  let arrived = 0;
  const late = <T>(value: T) => token(value, () => { arrived += 1; }) as unknown as T;
  const options = (leaf: <T>(value: T) => T): FlaggerServiceOptions => ({
    hosts: [leaf('a.example')],
    gateways: [leaf('public')],
    gatewayRefs: [{ name: leaf('public'), inNamespace: leaf('edge'), listener: leaf('https'), port: leaf(443), kind: leaf('Gateway'), group: leaf('a.example') }],
    match: [{ uri: { prefix: leaf('/a') }, headers: { a: { exact: leaf('b') } }, port: leaf(80), sourceLabels: { a: leaf('b') }, sourceNamespace: leaf('shop') }],
    rewrite: { uri: leaf('/'), authority: leaf('a.example') },
    retries: { attempts: leaf(3) },
    requestHeaders: { set: { a: leaf('b') } },
    corsPolicy: { plainOrigins: [leaf('https://a.example')], allowMethods: [leaf('GET')] },
    mirror: [{ name: leaf('copies'), port: leaf(80) }],
    apex: { labels: { a: leaf('b') }, annotations: { a: leaf('b') } },
    trafficPolicy: {
      connectionPool: { maxRequests: leaf(10) },
      loadBalancer: { consistentHash: { header: leaf('x-a'), minimumRingSize: leaf(10) }, locality: { distribute: [{ source: leaf('a'), targets: { b: leaf(100) } }] } },
      outlierDetection: { serverErrors: leaf(5), maxEjectionPercent: leaf(10) },
      tls: { mode: FlaggerTlsMode.SIMPLE, sni: leaf('a.example') },
    },
  });
  expect(flaggerServiceProblems(options(late)).filter(problem => problem !== undefined)).toEqual([]);
  expect(resolved(flaggerService(options(late)))).toEqual(flaggerService(options(value => value)));
  expect(arrived).toBe(31);
});

test.each<[string, FlaggerServiceOptions, string]>([
  ['half a millisecond', { timeout: Duration.millis(0.5) }, 'service.timeout: must be whole milliseconds, at least one, got 0.5 ms; write Duration.millis(1)'],
  ['no time at all', { backendTimeout: Duration.seconds(0) }, 'service.backendTimeout: must be whole milliseconds, at least one, got 0 ms; leave it out'],
  ['more time for one answer than for all', { timeout: Duration.seconds(1), backendTimeout: Duration.seconds(2) }, 'service.backendTimeout: must not exceed timeout, 1 s, got 2 s'],
  ['a host with a scheme', { hosts: ['https://a.example'] }, 'service.hosts[0]: must be a host name, got "https://a.example"'],
  ['every host of the mesh', { hosts: ['*'], gateways: ['mesh'] }, 'service.hosts[0]: must be a host name, got "*"'],
  ['a Gateway in capitals', { gateways: ['Public'] }, 'service.gateways[0]: must be the name of a Gateway, got "Public"'],
  ['nothing to be attached to', { gatewayRefs: [] }, 'service.gatewayRefs: must be 1 to 32, got 0; leave it out'],
  ['more than a route has room for', { gatewayRefs: Array.from({ length: 33 }, (_, index) => ({ name: `a${index}` })) }, 'service.gatewayRefs: must be 1 to 32, got 33'],
  ['a name that is none', { gatewayRefs: [{ name: '' }] }, 'service.gatewayRefs[0].name: must be the name of an object, got ""'],
  ['a namespace that is none', { gatewayRefs: [{ name: 'a', inNamespace: 'a.b' }] }, 'service.gatewayRefs[0].inNamespace: must be the name of a namespace'],
  ['a listener that is none', { gatewayRefs: [{ name: 'a', listener: 'A' }] }, 'service.gatewayRefs[0].listener: must be the name of a listener, got "A"'],
  ['a kind that is none', { gatewayRefs: [{ name: 'a', kind: '1' }] }, 'service.gatewayRefs[0].kind: must be a kind, got "1"'],
  ['a group with its version', { gatewayRefs: [{ name: 'a', group: 'a.example/v1' }] }, 'service.gatewayRefs[0].group: must be an API group, got "a.example/v1"'],
  ['half a port', { gatewayRefs: [{ name: 'a', port: 80.5 }] }, 'service.gatewayRefs[0].port: must be a whole number from 1 to 65535, got 80.5'],
  ['two comparisons', { match: [{ uri: { exact: '/a', prefix: '/a' } }] }, 'service.match[0].uri: must have exactly one of exact, prefix and regex, got exact and prefix'],
  ['no comparison', { match: [{ method: {} }] }, 'service.match[0].method: must have exactly one of exact, prefix and regex, got none'],
  ['nothing to compare with', { match: [{ headers: { a: { exact: '' } } }] }, 'service.match[0].headers["a"].exact: must not be empty'],
  ['a path without a slash', { match: [{ uri: { prefix: 'a' } }] }, 'service.match[0].uri.prefix: must begin with a slash, got "a"; write "/a"'],
  ['a header with a colon', { match: [{ withoutHeaders: { 'a:': { exact: 'b' } } }] }, 'service.match[0].withoutHeaders["a:"]: must be the name of a header'],
  ['a parameter without a comparison', { match: [{ queryParams: { a: {} } }] }, 'service.match[0].queryParams["a"]: must have exactly one of'],
  ['a port below zero', { match: [{ port: -1 }] }, 'service.match[0].port: must be a whole number from 1 to 65535, got -1'],
  ['a label that is none', { match: [{ sourceLabels: { app: 'a b' } }] }, 'service.match[0].sourceLabels["app"]: must be the value of a label, got "a b"'],
  ['a rewrite of nothing', { rewrite: {} }, 'service.rewrite: must have uri or authority, got none'],
  ['a rewrite to a URL', { rewrite: { authority: 'http://a' } }, 'service.rewrite.authority: must be a host, got "http://a"'],
  ['a prefix of a path that is compared as a whole', { rewrite: { uri: '/', prefixOnly: true }, match: [{ uri: { exact: '/a' } }] },
    'service.rewrite.prefixOnly: must stand beside one match of a path by its prefix, or none'],
  ['a prefix of two', { rewrite: { uri: '/', prefixOnly: true }, match: [{}, {}] }, 'service.rewrite.prefixOnly: must stand beside one match'],
  ['a prefix without a path', { rewrite: { authority: 'a', prefixOnly: true } }, 'service.rewrite.prefixOnly: must stand beside uri'],
  ['half a try', { retries: { attempts: 1.5 } }, 'service.retries.attempts: must be a whole number of at least 0, got 1.5; write 2'],
  ['causes of no try', { retries: { attempts: 0, retryOn: ['5xx'] } }, 'service.retries.attempts: must be at least 1 beside perTryTimeout or retryOn, got 0'],
  ['two causes in one', { retries: { attempts: 1, retryOn: ['5xx,reset'] } }, 'service.retries.retryOn[0]: must be one cause in the words of Envoy'],
  ['a header that is none', { responseHeaders: { remove: [''] } }, 'service.responseHeaders.remove[0]: must be the name of a header, got ""'],
  ['an origin without its scheme', { corsPolicy: { plainOrigins: ['a.example'] } }, 'service.corsPolicy.plainOrigins[0]: must be a scheme and a host, or *, got "a.example"'],
  ['an origin without a comparison', { corsPolicy: { origins: [{}] } }, 'service.corsPolicy.origins[0]: must have exactly one of'],
  ['half a second of permission', { corsPolicy: { maxAge: Duration.millis(500) } }, 'service.corsPolicy.maxAge: must be a whole number of seconds, at least 1, got 0.5'],
  ['a method with a space', { corsPolicy: { allowMethods: ['GET POST'] } }, 'service.corsPolicy.allowMethods[0]: must be the name of a method, got "GET POST"; write it in capitals'],
  ['a Service without a port', { mirror: [{ name: 'copies' }] }, 'service.mirror[0].port: must be given for a Service, got none'],
  ['a label with two slashes', { apex: { labels: { 'a/b/c': 'd' } } }, 'service.apex.labels["a/b/c"]: must be the key of a label, got "a/b/c"'],
  ['an annotation with a space', { canary: { annotations: { 'a b': 'c' } } }, 'service.canary.annotations["a b"]: must be the key of an annotation, got "a b"'],
  ['a key that is none', { unmanaged: { labels: [''] } }, 'service.unmanaged.labels[0]: must be the key of a label, got ""'],
  ['no requests', { trafficPolicy: { connectionPool: { maxRequests: 0 } } }, 'service.trafficPolicy.connectionPool.maxRequests: must be a whole number of at least 1, got 0'],
  ['both ways to choose a pod', { trafficPolicy: { loadBalancer: { balancing: FlaggerBalancing.RANDOM, ...hash } } },
    'service.trafficPolicy.loadBalancer: must have exactly one of balancing and consistentHash, got both'],
  ['no way to choose one', { trafficPolicy: { loadBalancer: { locality: { enabled: true } } } }, 'service.trafficPolicy.loadBalancer: must have exactly one of balancing and consistentHash, got none'],
  ['two things to find a pod by', { trafficPolicy: { loadBalancer: { consistentHash: { header: 'a', sourceIp: true } } } },
    'consistentHash: must have exactly one of header, cookie and sourceIp, got header and sourceIp'],
  ['nothing to find it by', { trafficPolicy: { loadBalancer: { consistentHash: { sourceIp: false } } } }, 'must have exactly one of header, cookie and sourceIp, got none'],
  ['a ring below zero', { trafficPolicy: { loadBalancer: { consistentHash: { sourceIp: true, minimumRingSize: -1 } } } }, 'minimumRingSize: must be a whole number of at least 1, got -1'],
  ['new pods that get fewer requests of no kind', { trafficPolicy: { loadBalancer: { ...hash, warmup: Duration.minutes(1) } } },
    'warmup: must stand beside ROUND_ROBIN or LEAST_REQUEST, got consistentHash'],
  ['what is not passed on', { trafficPolicy: { loadBalancer: { ...hash, locality: { enabled: false } } } }, 'locality.enabled: must be true or left out'],
  ['shares that are not all', { trafficPolicy: { loadBalancer: { ...hash, locality: { distribute: [{ source: 'a', targets: { b: 80 } }] } } } },
    'locality.distribute[0].targets: must be 100 together, got 80'],
  ['half a share', { trafficPolicy: { loadBalancer: { ...hash, locality: { distribute: [{ source: 'a', targets: { b: 99.5, c: 0.5 } }] } } } },
    'locality.distribute[0].targets["b"]: must be a whole number from 1 to 100, got 99.5'],
  ['both kinds of preference', { trafficPolicy: { loadBalancer: { ...hash, locality: { distribute: [], failover: [] } } } }, 'locality: must not have both distribute and failover'],
  ['errors below zero', { trafficPolicy: { outlierDetection: { gatewayErrors: -1 } } }, 'service.trafficPolicy.outlierDetection.gatewayErrors: must be a whole number of at least 0, got -1'],
  ['half an error', { trafficPolicy: { outlierDetection: { serverErrors: 2.5 } } }, 'outlierDetection.serverErrors: must be a whole number of at least 0, got 2.5'],
  ['failures that are not counted', { trafficPolicy: { outlierDetection: { localOriginFailures: 2 } } }, 'localOriginFailures: must stand beside splitLocalOriginErrors: true'],
  ['a certificate that is missing', { trafficPolicy: { tls: { mode: FlaggerTlsMode.MUTUAL, clientCertificate: '/a' } } }, 'service.trafficPolicy.tls.privateKey: must be given with FlaggerTlsMode.MUTUAL'],
  ['a certificate too many', { trafficPolicy: { tls: { mode: FlaggerTlsMode.ISTIO_MUTUAL, caCertificates: '/a' } } }, 'service.trafficPolicy.tls.caCertificates: must be left out with FlaggerTlsMode.ISTIO_MUTUAL'],
])('fails on %s', (_, service, message) => {
  expect(told(service)).toThrow(`Controller.flagger: ${message.startsWith('service.') ? message : ''}`);
  expect(told(service)).toThrow(message);
});
