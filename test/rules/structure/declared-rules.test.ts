import { declaredRules } from '../../../src/rules/structure/declared-rules';
import { testRule } from '../test-rule';

const gateway = (kind: string, spec: string): string => `apiVersion: gateway.networking.k8s.io/v1\nkind: ${kind}\nmetadata: { name: shop }\nspec: { ${spec} }`;
const BACKENDS = 'backendRefs: [{ name: shop, port: 80 }]';
const http = (rule: string): string => gateway('HTTPRoute', `rules: [{ ${BACKENDS}, ${rule} }]`);
const parents = (refs: string): string => gateway('HTTPRoute', `parentRefs: [${refs}], rules: [{ ${BACKENDS} }]`);
const istio = (kind: string, spec: string): string => `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: { name: shop }\nspec: { ${spec} }`;
const policy = (text: string): string => istio('DestinationRule', `host: shop, trafficPolicy: { ${text} }`);
const proxy = (validation: string): string => 'apiVersion: projectcontour.io/v1\nkind: HTTPProxy\nmetadata: { name: shop }\n'
  + `spec: { routes: [{ services: [{ name: shop, port: 80, validation: { caSecret: ca, ${validation} } }] }] }`;
const rule = (kind: string, message: string, rest: string): string => `must keep the rule "${message}" of ${kind}, got ${rest}`;
const ofHttp = (message: string, rest: string): string => rule('HTTPRoute', message, rest);
const canary = (analysis: string): string => 'apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: { name: shop }\n'
  + `spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }, service: { port: 80 }, analysis: { ${analysis} } }`;
const DURATION = 'must be a valid duration greater than 1ms';
const at = 'spec.rules[0]';

testRule(declaredRules, {
  valid: [
    { name: 'a path of the default type, and a backend of the default kind', yaml: http('matches: [{ path: { value: /shop } }]') },
    { name: 'a backend without a port that is no Service', yaml: gateway('HTTPRoute', 'rules: [{ backendRefs: [{ group: example.com, kind: Bucket, name: shop }] }]') },
    { name: 'what a regular expression says', yaml: http('matches: [{ path: { type: RegularExpression, value: "[^/]+//" } }]') },
    { name: 'a redirect without backends', yaml: gateway('HTTPRoute', 'rules: [{ filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }] }]') },
    { name: 'the prefix of the only match, which is the default', yaml: http('filters: [{ type: URLRewrite, urlRewrite: { path: { type: ReplacePrefixMatch, replacePrefixMatch: / } } }]') },
    { name: 'no timeout at all', yaml: http('timeouts: { request: 0s, backendRequest: 1s }') },
    { name: 'parents in several namespaces', yaml: parents('{ name: a, namespace: one }, { name: a, namespace: two }, { name: a }') },
    { name: 'what the experimental channel takes', yaml: parents('{ name: a, port: 80 }, { name: a, port: 81 }') },
    { name: 'durations of Istio', yaml: policy('connectionPool: { tcp: { connectTimeout: 1ms } }, outlierDetection: { interval: 1.5h }') },
    { name: 'one way to match each path, or none', yaml: istio('VirtualService', 'hosts: [shop], http: [{ match: [{ uri: { exact: / } }, { uri: { prefix: /, regex: null } }, { uri: {} }], route: [{ destination: { host: shop } }] }]') },
    { name: 'a name that certificates have', yaml: proxy('subjectName: a, subjectNames: [a, b]') },
    { name: 'a canary by equal steps', yaml: canary('interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50') },
    { name: 'a filter of a type that there is not, which is another mistake', yaml: http('filters: [{ type: URLRewrit, requestMirror: { backendRef: { name: shop, port: 80 } } }]') },
    { name: 'a misspelt filter, which is another mistake', yaml: http('filters: [{ type: URLRewrite, urlRewrit: {} }]') },
  ],
  invalid: [
    { name: 'a Service without its port', yaml: gateway('HTTPRoute', 'rules: [{ backendRefs: [{ name: shop, weight: 90 }] }]'), findings: [{ path: `${at}.backendRefs[0].port`, message: ofHttp('Must have port for Service reference', 'none; write port: a number'), class: 'refused' }] },
    { name: 'the same in the beta version', yaml: gateway('HTTPRoute', 'rules: [{ backendRefs: [{ name: shop }] }]').replace('/v1', '/v1beta1'), findings: [{ path: `${at}.backendRefs[0].port`, message: /Must have port/ }] },
    { name: 'a mirror without its port', yaml: http('filters: [{ type: RequestMirror, requestMirror: { backendRef: { name: shop } } }]'), findings: [{ path: `${at}.filters[0].requestMirror.backendRef.port`, message: /Must have port/ }] },
    { name: 'a filter without its settings', yaml: http('filters: [{ type: RequestHeaderModifier }]'), findings: [{ path: `${at}.filters[0].requestHeaderModifier`, message: ofHttp('filter.requestHeaderModifier must be specified for RequestHeaderModifier filter.type', 'none; write requestHeaderModifier: a map with add, remove and set, as far as needed') }] },
    {
      name: 'a filter with the settings of another one',
      yaml: http('filters: [{ type: RequestHeaderModifier, requestHeaderModifier: {}, responseHeaderModifier: { remove: [a] } }]'),
      findings: [{ path: `${at}.filters[0].responseHeaderModifier`, message: ofHttp('filter.responseHeaderModifier must be nil if the filter.type is not ResponseHeaderModifier', 'a map; take it out') }],
    },
    { name: 'a filter twice', yaml: http('filters: [{ type: URLRewrite, urlRewrite: { hostname: a } }, { type: URLRewrite, urlRewrite: { hostname: b } }]'), findings: [{ path: `${at}.filters[1]`, message: ofHttp('URLRewrite filter cannot be repeated', 'a map; change it, or take it out') }] },
    { name: 'a redirect with backends', yaml: http('filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }]'), findings: [{ path: `${at}.filters[0].requestRedirect`, message: ofHttp('RequestRedirect filter must not be used together with backendRefs', 'a map; take it out') }] },
    {
      name: 'a prefix that nothing has matched',
      yaml: http('matches: [{ path: { type: Exact, value: /a } }], filters: [{ type: URLRewrite, urlRewrite: { path: { type: ReplacePrefixMatch, replacePrefixMatch: / } } }]'),
      findings: [{ path: `${at}.matches[0].path.type`, message: ofHttp('When using URLRewrite filter with path.replacePrefixMatch, exactly one PathPrefix match must be specified', '"Exact"; write a value that does') }],
    },
    { name: 'a path that begins anywhere', yaml: http('matches: [{ path: { value: shop } }]'), findings: [{ path: `${at}.matches[0].path.value`, message: ofHttp('value must be an absolute path and start with \'/\' when type one of [\'Exact\', \'PathPrefix\']', '"shop"; write a value that does') }] },
    { name: 'a path with a blank', yaml: http('matches: [{ path: { type: Exact, value: /a b } }]'), findings: [{ path: `${at}.matches[0].path.value`, message: /must only contain valid characters .* got "\/a b"; write a value that does$/ }] },
    { name: 'a backend that may take longer than the request', yaml: http('timeouts: { request: 1s, backendRequest: 2s }'), findings: [{ path: `${at}.timeouts.backendRequest`, message: ofHttp('backendRequest timeout cannot be longer than request timeout', '"2s"; write a value that does') }] },
    { name: 'every origin and another one', yaml: http('filters: [{ type: CORS, cors: { allowOrigins: ["https://a.example", "*"] } }]'), findings: [{ path: `${at}.filters[0].cors.allowOrigins[1]`, message: ofHttp('AllowOrigins cannot contain \'*\' alongside other origins', '"*"; change it, or take it out') }] },
    { name: 'a share in two ways', yaml: http('filters: [{ type: RequestMirror, requestMirror: { backendRef: { name: shop, port: 80 }, percent: 3, fraction: { numerator: 3 } } }]'), findings: [{ path: `${at}.filters[0].requestMirror.percent`, message: /Only one of percent or fraction .* got 3; take it out/ }] },
    { name: 'more than all', yaml: http('filters: [{ type: RequestMirror, requestMirror: { backendRef: { name: shop, port: 80 }, fraction: { numerator: 101 } } }]'), findings: [{ path: `${at}.filters[0].requestMirror.fraction.numerator`, message: /less than or equal to denominator" of HTTPRoute, got 101/ }] },
    { name: 'a parent twice', yaml: parents('{ name: a }, { name: b }, { name: a }'), findings: [{ path: 'spec.parentRefs[2]', message: ofHttp('sectionName or port must be unique when parentRefs includes 2 or more references to the same parent', 'a map; change it, or take it out') }] },
    { name: 'a part of a parent, and all of it', yaml: parents('{ name: a, sectionName: one }, { name: a }'), findings: [{ path: 'spec.parentRefs[1].sectionName', message: /must be specified .* got none; write sectionName: a text/ }] },
    { name: 'nothing to match', yaml: gateway('GRPCRoute', `rules: [{ ${BACKENDS}, matches: [{ method: { type: Exact } }] }]`), findings: [{ path: `${at}.matches[0].method`, message: rule('GRPCRoute', 'One or both of \'service\' or \'method\' must be specified', 'a map; change what is in it') }] },
    { name: 'a method that no service has', yaml: gateway('GRPCRoute', `rules: [{ ${BACKENDS}, matches: [{ method: { service: Shop.v1, method: Get-It } }] }]`), findings: [{ path: `${at}.matches[0].method.method`, message: /valid characters .* got "Get-It"/ }] },
    { name: 'a TLSRoute without a port', yaml: gateway('TLSRoute', 'rules: [{ backendRefs: [{ name: shop }] }]').replace('/v1', '/v1alpha2'), findings: [{ path: `${at}.backendRefs[0].port`, message: /of TLSRoute, got none/ }] },
    { name: 'no duration', yaml: policy('connectionPool: { tcp: { connectTimeout: soon } }'), findings: [{ path: 'spec.trafficPolicy.connectionPool.tcp.connectTimeout', message: rule('DestinationRule', DURATION, '"soon"; write for example connectTimeout: 1s') }] },
    { name: 'a duration that is too short', yaml: policy('outlierDetection: { interval: 10us }'), findings: [{ path: 'spec.trafficPolicy.outlierDetection.interval', message: rule('DestinationRule', DURATION, '"10us"; write for example interval: 1s') }] },
    { name: 'a label that may be any', yaml: istio('DestinationRule', 'host: shop, workloadSelector: { matchLabels: { "a*": b } }'), findings: [{ path: 'spec.workloadSelector.matchLabels["a*"]', message: rule('DestinationRule', 'wildcard not allowed in label key match', 'the key "a*"; write another key, or take it out') }] },
    { name: 'a timeout of nothing', yaml: istio('VirtualService', 'hosts: [shop], http: [{ timeout: 0s, route: [{ destination: { host: shop } }] }]'), findings: [{ path: 'spec.http[0].timeout', message: rule('VirtualService', DURATION, '"0s"; write for example timeout: 1s') }] },
    { name: 'two ways to match one path', yaml: istio('VirtualService', 'hosts: [shop], http: [{ match: [{ uri: { exact: /, prefix: /shop } }], route: [{ destination: { host: shop } }] }]'), findings: [{ path: 'spec.http[0].match[0].uri.prefix', message: rule('VirtualService', 'at most one of exact, prefix and regex', '"/shop"; take it out') }] },
    { name: 'two ways to balance', yaml: policy('loadBalancer: { simple: RANDOM, consistentHash: { useSourceIp: true, httpHeaderName: a } }'), findings: [{ path: 'spec.trafficPolicy.loadBalancer.consistentHash', message: /at most one of simple and consistentHash" of DestinationRule, got a map; take it out/ }, { path: 'spec.trafficPolicy.loadBalancer.consistentHash.useSourceIp', message: /at most one of httpHeaderName, .* got true; take it out/ }] },
    { name: 'a cookie that stays, and never ends, of the experimental channel', yaml: http('sessionPersistence: { cookieConfig: { lifetimeType: Permanent } }'), findings: [{ path: `${at}.sessionPersistence.absoluteTimeout`, message: ofHttp('AbsoluteTimeout must be specified when cookie lifetimeType is Permanent', 'none; write absoluteTimeout: a text') }] },
    { name: 'a canary by steps and by iterations at once', yaml: canary('interval: 1m, threshold: 5, stepWeight: 10, iterations: 5'), findings: [{ path: 'spec.analysis', message: /^must keep the rule "exactly one of these: interval and threshold and iterations, or interval and threshold and stepWeight, or .*" of Canary, got a map; / }] },
    { name: 'two names for one certificate', yaml: proxy('subjectName: b, subjectNames: [a, b]'), findings: [{ path: 'spec.routes[0].services[0].validation.subjectNames[0]', message: rule('HTTPProxy', 'subjectNames[0] must equal subjectName if set', '"a"; change it, or take it out') }] },
  ],
});
