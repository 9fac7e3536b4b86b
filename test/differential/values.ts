import type { Key } from './case';
import { LABELS, POD } from './pod-values';

/*
 * What may be written in a place, right and wrong: for each kind the places, `*` being any element, `+` one more, and the values there.
 * `undefined` takes out what is there. The map around the last field has to be in the manifest already.
 */

export interface Place {
  readonly kind: RegExp;
  readonly path: readonly Key[];
  readonly values: readonly unknown[];
}

const ABSENT = undefined;
const COUNTS = [0, 1, 3, 7, -1, 600, 1000000, '5', 2.5, ABSENT, null];
const SECONDS = [0, 5, 30, 599, 600, 601, -1, '30', ABSENT];
const NAMES = ['shop', 'shop-canary', 'nobody', '', 'Shop', 'shop.other', ABSENT, null, 5];
const WEIGHTS = [-1, 0, 1, 50, 99, 100, 101, 500, 1000, 1001, '20', 20.5, null];
const DURATIONS = ['30s', '5m', '1h', '1d', '90', 90, 0, -5, '-5m', '', 'soon', '1.5h', '10ms', '1h30m', true, ABSENT];
const INTERVALS = ['30s', '1m', '1d', '60', '', '0s', '-1m', 'soon', '{{args.window}}', 60, ABSENT];
const LIMITS = [0, 1, 2, 3, 4, 5, 10, -1, -2, '3', 'x', '', '0', '{{args.limit}}', 2.5, ABSENT, null];
const FLAGS = [true, false, 'true', 1, null, ABSENT];
const TEXTS = ['', 'x', 'x y', 'ünicode', 5, true, null, ABSENT];
const SELECTORS = [
  ABSENT, null, {}, { matchLabels: {} }, { matchLabels: { app: 'shop' } }, { matchLabels: { app: 'other' } }, { matchLabels: { 'bad key!': 'x' } }, { matchLabels: { app: 'not a value!' } }, { app: 'shop' },
  ...['In', 'NotIn', 'Exists', 'DoesNotExist', 'Like', ''].flatMap(operator => [[], ['shop'], ['a', 'b'], ABSENT].map(values => ({ matchExpressions: [{ key: 'app', operator, values }] }))),
  { matchLabels: { app: 'shop' }, matchExpressions: [{ key: 'bad key!', operator: 'Exists' }] }, { matchLabels: { app: 'shop' }, matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
];
const TEMPLATES = [
  [], [{ templateName: 'nobody' }], [{ templateName: 'nobody', clusterScope: true }], [{ templateName: 'rates' }], [{ templateName: 'limits' }], [{ templateName: 'nested' }], [{ templateName: 'shared', clusterScope: true }],
  [{ templateName: 'shared' }], [{ templateName: 'smoke' }], [{ templateName: 'health' }], [{ templateName: 'limits' }, { templateName: 'limits' }], [{}], [{ templateName: '' }], ABSENT, [{ name: 'rates' }],
  [{ templateName: 'outer' }], [{ templateName: 'inner' }], [{ templateName: 'lone' }],
];
const ARGS = [
  ABSENT, [], [{ name: 'service' }], [{ name: 'hash' }], [{ name: 'limit', value: '5' }, { name: 'hash', value: 'x' }], [{ name: 'service', value: 'shop' }, { name: 'owner', value: '' }], [{ name: 'count', value: '5' }],
  [{ name: 'limit', value: 5 }], [{ name: 'nobody', value: 'x' }], [{ value: 'x' }], [{ name: 'limit', value: '1' }, { name: 'limit', value: '2' }], [{ name: 'count', value: '0' }], [{ name: 'interval', value: '1d' }],
  [{ name: 'hash', value: 'x', valueFrom: { podTemplateHashValue: 'Latest' } }], [{ name: 'window', value: '1m' }, { name: 'count' }, { name: 'limit', value: '5' }],
];
const ARG = [
  { name: 'nobody' }, { name: 'nobody', value: 'x' }, { name: 'limit', value: '0.9' }, { name: 'limit', value: 'x"y' }, { name: 'count', value: '2' }, { name: 'limit', value: 'x', valueFrom: { podTemplateHashValue: 'Stable' } },
  { name: 'later', valueFrom: { secretKeyRef: { name: 'store', key: 'token' } } }, { name: 'later', valueFrom: { secretKeyRef: { name: 'nobody', key: 'token' } } }, { name: 'later', valueFrom: {} }, {}, { name: 'x', valueFrom: { secretKeyRef: { name: 'store' } } },
];
const FIELD_PATHS = [
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations', 'metadata.labels[\'owner\']', 'metadata.labels[\'not a key!\']', 'metadata.labels.owner', 'metadata.labels[owner]', 'metadata.generation',
  'metadata', 'spec.replicas', 'spec.nothing', 'spec.strategy', 'spec.strategy.canary.steps[0].setWeight', 'spec.strategy.canary.steps[9].setWeight', 'spec.strategy.canary.steps[x].setWeight', 'spec.template.metadata.labels.app', '', 'status.phase', 5, ABSENT,
];
const VALUE_FROMS = [
  { podTemplateHashValue: 'Latest' }, { podTemplateHashValue: 'Stable' }, { podTemplateHashValue: 'stable' }, { podTemplateHashValue: '' }, {}, ABSENT, { fieldRef: {} }, { secretKeyRef: { name: 'store', key: 'token' } }, { secretKeyRef: { name: 'store' } },
  ...FIELD_PATHS.map(fieldPath => ({ fieldRef: { fieldPath } })),
];
const METRIC_NAMES = [[], [{ metricName: '.*' }], [{ metricName: '*' }], [{ metricName: 'nobody' }], [{ metricName: 'lat' }], [{ metricName: 'limits' }, { metricName: 'limits' }], [{ metricName: '.*' }, { metricName: 'nested' }], [{}], [{ metricName: '(' }], [{ metricName: '^errors$' }]];
const RETENTIONS = METRIC_NAMES.flatMap(rules => [
  rules.map(rule => ({ ...rule, limit: 5 })), rules.map((rule, index) => ({ ...rule, limit: index - 1 })),
]);
const SERVICES = ['shop', 'shop-canary', 'shop-preview', 'shop-ping', 'nobody', '', ABSENT];
const STRING_MATCHES = [{}, { exact: 'x' }, { exact: '' }, { prefix: '/' }, { regex: '.*' }, { exact: 'x', prefix: '/' }, { exact: 'x', regex: '.*', prefix: '/' }, { regex: '', prefix: 'x' }, { suffix: 'x' }, null, ABSENT, 'x'];
const STEP_TREES = [
  {}, { setWeight: 30 }, { setWeight: 101 }, { setWeight: -1 }, { pause: {} }, { pause: null }, { pause: { duration: '1d' } }, { pause: { duration: -5 } }, { setWeight: 30, pause: {} }, { setWeight: 30, analysis: { templates: [] } },
  { setCanaryScale: { weight: 30 } }, { setCanaryScale: { replicas: 1 } }, { setCanaryScale: { matchTrafficWeight: true } }, { setCanaryScale: {} }, { setCanaryScale: { replicas: 1 }, setWeight: 5 }, { plugin: { name: 'example/step' } }, { plugin: {} }, { wait: {} },
  { setHeaderRoute: { name: 'beta', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } }, { setHeaderRoute: { name: 'nobody', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } }, { setHeaderRoute: { name: 'beta' } }, { setHeaderRoute: {} },
  { setHeaderRoute: { name: 'beta', match: [{ headerName: 'x', headerValue: { regex: 'y' } }] } }, { setMirrorRoute: { name: 'shadow', percentage: 20, match: [{ method: { exact: 'GET' } }] } }, { setMirrorRoute: { name: 'nobody' } }, { setMirrorRoute: {} },
  { setMirrorRoute: { name: 'shadow', match: [{ path: {} }] } }, { setMirrorRoute: { name: 'shadow', match: [{ method: { exact: 'GET', prefix: 'G' } }] } },
  { analysis: { templates: [{ templateName: 'nobody' }] } }, { analysis: { templates: [{ templateName: 'rates' }] } }, { analysis: { templates: [{ templateName: 'smoke' }], args: [{ name: 'hash', valueFrom: { fieldRef: { fieldPath: 'metadata.generation' } } }] } },
  { experiment: { templates: [{ name: 'a', specRef: 'canary' }] } }, { experiment: { templates: [{ name: 'a', specRef: 'Canary' }] } }, { experiment: { templates: [{ name: 'a', specRef: 'stable', weight: 5 }] } }, { experiment: { templates: [] } }, { experiment: {} },
  { experiment: { templates: [{ name: 'a', specRef: 'canary' }, { name: 'a', specRef: 'stable' }] } }, { experiment: { templates: [{ name: '', specRef: 'canary' }] } }, { experiment: { templates: [{ name: 'a', specRef: 'canary', selector: {} }] } },
  { experiment: { templates: [{ name: 'a', specRef: 'canary' }], analyses: [{ name: 'x', templateName: 'nobody' }] } }, { experiment: { templates: [{ name: 'a', specRef: 'canary' }], analyses: [{ name: 'x', templateName: 'compare', args: [{ name: 'old', valueFrom: { fieldRef: { fieldPath: 'metadata.generation' } } }] }] } },
];
const ROUTERS = {
  nginx: [{ stableIngress: 'shop' }, { stableIngresses: ['shop'] }, { stableIngress: 'shop', stableIngresses: ['shop'] }, {}, { stableIngress: 'nobody' }, { stableIngresses: [] }, { stableIngresses: ['nobody', 'shop'] }, ABSENT],
  alb: [{ ingress: 'shop', servicePort: 80 }, { ingresses: ['shop'], servicePort: 80 }, { ingress: 'shop', ingresses: ['shop'], servicePort: 80 }, { servicePort: 80 }, { ingress: 'shop' }, { ingress: 'nobody', servicePort: 80 }, { ingresses: ['nobody'], servicePort: 80 }, ABSENT],
  istio: [{ virtualService: { name: 'shop' } }, { virtualServices: [{ name: 'shop' }] }, { virtualService: { name: 'shop' }, virtualServices: [{ name: 'shop' }] }, {}, { virtualServices: [] }, { virtualService: { name: 'nobody' } }, { virtualService: { name: 'shop.other' } }, { virtualService: { name: 'shop.shop' } }, ABSENT],
  smi: [{}, ABSENT, { rootService: 'nobody' }],
  traefik: [{ weightedTraefikServiceName: 'shop' }, {}, ABSENT],
  apisix: [{ route: { name: 'shop' } }, {}, ABSENT],
  ambassador: [{ mappings: ['shop'] }, { mappings: [] }, {}, { mappings: ['nobody'] }, ABSENT],
  appMesh: [{}, { virtualService: { name: 'shop' } }, { virtualService: { name: 'nobody' } }, ABSENT],
  plugins: [{ 'example/router': {} }, {}, { 'example/router': 'x' }, ABSENT],
};

const ROLLOUT: Readonly<Record<string, readonly unknown[]>> = {
  'apiVersion': ['argoproj.io/v1', 'argoproj.io/v1alpha1'],
  'metadata': [ABSENT, {}, { name: 'shop' }, { name: 'shop', namespace: 'other' }],
  'metadata.name': ['Shop', 'shop.web', '9lives', 'a'.repeat(70), 'a'.repeat(254), '', 'shop_web', 5],
  'metadata.labels': LABELS,
  'metadata.annotations': [{ 'a b': 'x' }, { note: 5 }, { note: 'any text!' }],
  'spec.replicas': COUNTS,
  'spec.minReadySeconds': SECONDS,
  'spec.progressDeadlineSeconds': SECONDS,
  'spec.revisionHistoryLimit': COUNTS,
  'spec.rollbackWindow': [{ revisions: 3 }, {}, { revisions: -1 }, { revisions: 'x' }],
  'spec.paused': FLAGS,
  'spec.progressDeadlineAbort': FLAGS,
  'spec.selector': SELECTORS,
  'spec.restartAt': ['2026-01-31T12:00:00Z', 'never', 5, '2026-01-31'],
  'spec.workloadRef': [ABSENT, ...['apps/v1', 'v1', 'extensions/v1beta1', ''].flatMap(apiVersion => ['Deployment', 'ReplicaSet', 'PodTemplate', 'StatefulSet'].map(kind => ({ apiVersion, kind, name: 'shop' }))), { apiVersion: 'apps/v1', kind: 'Deployment', name: 'nobody' }, {}],
  'spec.workloadRef.name': NAMES,
  'spec.workloadRef.kind': ['Deployment', 'PodTemplate', 'DaemonSet', 'deployment', ABSENT],
  'spec.workloadRef.apiVersion': ['apps/v1', 'apps/v1beta1', 'v1', ABSENT, 'example.com/v1'],
  'spec.workloadRef.scaleDown': ['never', 'onsuccess', 'progressively', 'Never', 5],
  'spec.strategy': [{}, ABSENT, null, { canary: {} }, { canary: null }, { blueGreen: { activeService: 'shop' } }, { blueGreen: {} }, { canary: {}, blueGreen: { activeService: 'shop' } }, { rolling: {} }],
  'spec.strategy.blueGreen.activeService': SERVICES,
  'spec.strategy.blueGreen.previewService': SERVICES,
  'spec.strategy.blueGreen.scaleDownDelayRevisionLimit': [...COUNTS, 10, 11, 4, 5],
  'spec.strategy.blueGreen.scaleDownDelaySeconds': SECONDS,
  'spec.strategy.blueGreen.previewReplicaCount': COUNTS,
  'spec.strategy.blueGreen.autoPromotionSeconds': SECONDS,
  'spec.strategy.blueGreen.autoPromotionEnabled': FLAGS,
  'spec.strategy.blueGreen.maxUnavailable': [0, '25%', 'x'],
  'spec.strategy.blueGreen.abortScaleDownDelaySeconds': SECONDS,
  ...Object.fromEntries(['blueGreen', 'canary'].map(strategy => [`spec.strategy.${strategy}.antiAffinity`, [
    {}, ABSENT, { requiredDuringSchedulingIgnoredDuringExecution: {} }, { preferredDuringSchedulingIgnoredDuringExecution: {} },
    ...[0, 1, 100, 101, -1].map(weight => ({ preferredDuringSchedulingIgnoredDuringExecution: { weight } })),
    { requiredDuringSchedulingIgnoredDuringExecution: {}, preferredDuringSchedulingIgnoredDuringExecution: { weight: 5 } }, { required: {} },
  ]])),
  'spec.strategy.canary.maxSurge': [0, '0', '0%', 1, '25%', 'x', -1, '', '150%', '1', ABSENT],
  'spec.strategy.canary.maxUnavailable': [0, '0', '0%', 1, '25%', 'x', -1, ABSENT],
  'spec.strategy.canary': [{}, null, { maxSurge: 0, maxUnavailable: 0 }, { maxSurge: '0%', maxUnavailable: '0%' }, { maxSurge: 'x', maxUnavailable: '' }, { maxSurge: 0 }, { scaleDownDelaySeconds: 30 }, { dynamicStableScale: true }],
  'spec.strategy.canary.stableService': SERVICES,
  'spec.strategy.canary.canaryService': SERVICES,
  'spec.strategy.canary.scaleDownDelaySeconds': SECONDS,
  'spec.strategy.canary.scaleDownDelayRevisionLimit': COUNTS,
  'spec.strategy.canary.abortScaleDownDelaySeconds': SECONDS,
  'spec.strategy.canary.dynamicStableScale': FLAGS,
  'spec.strategy.canary.minPodsPerReplicaSet': COUNTS,
  'spec.strategy.canary.canaryMetadata': [{ labels: LABELS[0] }, { labels: { 'a b': 'x' } }, {}],
  'spec.strategy.canary.replicaProgressThreshold': [{ type: 'Percentage', value: 50 }, { type: 'Pod', value: 1 }, {}, { type: 'Percentage' }, { type: 'x', value: -1 }],
  'spec.strategy.canary.pingPong': [{ pingService: 'shop-ping', pongService: 'shop-pong' }, { pingService: 'shop', pongService: 'shop' }, { pingService: '', pongService: 'shop-pong' }, { pingService: 'shop-ping', pongService: '' }, {}, { pingService: 'shop', pongService: 'shop-canary' }, ABSENT],
  'spec.strategy.canary.pingPong.pingService': SERVICES,
  'spec.strategy.canary.pingPong.pongService': SERVICES,
  'spec.strategy.canary.trafficRouting': [{}, ABSENT, null, ...Object.entries(ROUTERS).flatMap(([name, forms]) => forms.map(form => ({ [name]: form })))],
  ...Object.fromEntries(Object.entries(ROUTERS).map(([name, forms]) => [`spec.strategy.canary.trafficRouting.${name}`, forms])),
  'spec.strategy.canary.trafficRouting.maxTrafficWeight': [100, 1000, 10, 0, -1, ABSENT],
  'spec.strategy.canary.trafficRouting.managedRoutes': [[], [{ name: 'beta' }], [{ name: 'other' }], [{}], ABSENT, [{ name: 'shadow' }, { name: 'beta' }]],
  'spec.strategy.canary.trafficRouting.nginx.stableIngress': NAMES,
  'spec.strategy.canary.trafficRouting.alb.ingress': NAMES,
  'spec.strategy.canary.trafficRouting.alb.rootService': SERVICES,
  'spec.strategy.canary.trafficRouting.alb.servicePort': [80, 0, -1, 70000, '80', ABSENT],
  'spec.strategy.canary.trafficRouting.alb.stickinessConfig': [{ enabled: true, durationSeconds: 0 }, { enabled: true }, {}, { enabled: false, durationSeconds: 700000 }],
  'spec.strategy.canary.trafficRouting.istio.virtualService.name': NAMES,
  'spec.strategy.canary.trafficRouting.istio.virtualService.routes': [[], ['main'], ['nobody'], ['main', 'nobody'], ['main', 'main'], ABSENT],
  'spec.strategy.canary.trafficRouting.istio.virtualService.tlsRoutes': [[], [{ port: 443 }], [{ port: 1 }], [{ sniHosts: ['shop.example'] }], [{ port: 443, sniHosts: ['other.example'] }], [{}], ABSENT],
  'spec.strategy.canary.trafficRouting.istio.virtualService.tcpRoutes': [[], [{ port: 9000 }], [{ port: 1 }], [{}], ABSENT],
  'spec.strategy.canary.trafficRouting.istio.virtualServices': [[], ABSENT, [{ name: 'shop' }], [{ name: 'inner' }], [{ name: 'nobody' }], [{ name: 'shop', routes: ['nobody'] }], [{}]],
  'spec.strategy.canary.trafficRouting.istio.destinationRule': [ABSENT, { name: 'shop', canarySubsetName: 'canary', stableSubsetName: 'stable' }, { name: 'shop', canarySubsetName: 'nobody', stableSubsetName: 'stable' }, { name: 'shop', canarySubsetName: 'canary', stableSubsetName: 'nobody' }, { name: 'nobody', canarySubsetName: 'canary', stableSubsetName: 'stable' }, {}],
  'spec.strategy.canary.trafficRouting.appMesh.virtualService.name': NAMES,
  'spec.strategy.canary.trafficRouting.ambassador.mappings': [[], ['nobody'], ['shop', 'nobody'], ABSENT, 'shop'],
  'spec.strategy.canary.analysis': [ABSENT, {}, ...TEMPLATES.map(templates => ({ templates }))],
  'spec.strategy.canary.analysis.startingStep': [0, 1, 9, -1, '1'],
  'spec.strategy.canary.analysis.dryRun': METRIC_NAMES,
  'spec.strategy.canary.analysis.measurementRetention': RETENTIONS,
  'spec.strategy.canary.steps': [[], ABSENT, null, {}, ...STEP_TREES.map(step => [step])],
  'spec.strategy.canary.steps.+': STEP_TREES,
  'spec.strategy.canary.steps.*': [null, ...STEP_TREES],
  'spec.strategy.canary.steps.*.setWeight': WEIGHTS,
  'spec.strategy.canary.steps.*.pause': [null, {}, { duration: '5m' }, { duration: 'x' }, { seconds: 5 }, '5m'],
  'spec.strategy.canary.steps.*.pause.duration': DURATIONS,
  'spec.strategy.canary.steps.*.setCanaryScale': [{}, { weight: 10 }, { replicas: -1 }, { weight: 101 }, { replicas: '1' }],
  'spec.strategy.canary.steps.*.setHeaderRoute.name': ['beta', 'nobody', 'shadow', '', ABSENT],
  'spec.strategy.canary.steps.*.setHeaderRoute.match': [[], ABSENT, [{}], [{ headerName: 'x' }], ...STRING_MATCHES.map(headerValue => [{ headerName: 'x', headerValue }])],
  'spec.strategy.canary.steps.*.setHeaderRoute.match.*.headerValue': STRING_MATCHES,
  'spec.strategy.canary.steps.*.setMirrorRoute.name': ['beta', 'nobody', 'shadow', '', ABSENT],
  'spec.strategy.canary.steps.*.setMirrorRoute.percentage': [0, 100, 101, -1, '5'],
  'spec.strategy.canary.steps.*.setMirrorRoute.match.*.method': STRING_MATCHES,
  'spec.strategy.canary.steps.*.setMirrorRoute.match.*.path': STRING_MATCHES,
  'spec.strategy.canary.steps.*.setMirrorRoute.match.*.headers': [{ x: { exact: 'y' } }, { x: {} }, {}],
  'spec.strategy.canary.steps.*.experiment.duration': DURATIONS,
  'spec.strategy.canary.steps.*.experiment.dryRun': METRIC_NAMES,
  'spec.strategy.canary.steps.*.experiment.templates': [[], ABSENT, [{ name: 'a', specRef: 'canary' }, { name: 'a', specRef: 'stable' }]],
  'spec.strategy.canary.steps.*.experiment.templates.*.specRef': ['canary', 'stable', 'Stable', '', ABSENT],
  'spec.strategy.canary.steps.*.experiment.templates.*.name': ['old', 'new', '', ABSENT],
  'spec.strategy.canary.steps.*.experiment.templates.*.weight': [0, 5, 101, -1, ABSENT],
  'spec.strategy.canary.steps.*.experiment.templates.*.selector': SELECTORS,
  'spec.strategy.canary.steps.*.experiment.analyses.*.templateName': ['nobody', 'compare', '', ABSENT],
  'spec.strategy.canary.steps.*.experiment.analyses.*.args': [[], ABSENT, ...VALUE_FROMS.map(valueFrom => [{ name: 'old', valueFrom }]), [{ name: 'old', value: '{{templates.nobody.podTemplateHash}}' }], [{ name: 'old', value: '{{args.x}}' }]],
  'spec.strategy.canary.steps.*.analysis.dryRun': METRIC_NAMES,
  'spec.strategy.canary.steps.*.analysis.measurementRetention': RETENTIONS,
  ...Object.fromEntries(['blueGreen.prePromotionAnalysis', 'blueGreen.postPromotionAnalysis', 'canary.analysis', 'canary.steps.*.analysis'].flatMap(place => [
    [`spec.strategy.${place}.templates`, TEMPLATES], [`spec.strategy.${place}.args`, ARGS], [`spec.strategy.${place}.args.+`, ARG], [`spec.strategy.${place}.args.*`, [ABSENT, ...ARG]], [`spec.strategy.${place}.args.*.value`, TEXTS],
    [`spec.strategy.${place}.args.*.valueFrom`, VALUE_FROMS], [`spec.strategy.${place}.args.*.valueFrom.fieldRef.fieldPath`, FIELD_PATHS],
  ])),
};

const TEMPLATE: Readonly<Record<string, readonly unknown[]>> = {
  'metadata.name': ['Rates', 'other', 'a'.repeat(254), ''],
  'metadata.namespace': ['other'],
  'spec.args': ARGS,
  'spec.args.+': ARG,
  'spec.args.*': [ABSENT],
  'spec.args.*.value': ['', 'x', '3', '0', '1m', 5, ABSENT],
  'spec.args.*.name': ['nobody', 'limit', '', ABSENT],
  'spec.args.*.valueFrom': VALUE_FROMS,
  'spec.templates': [...TEMPLATES, [{ templateName: 'outer' }], [{ templateName: 'limits' }]],
  'spec.metrics': [[], ABSENT, null, [{}], {}],
  'spec.dryRun': METRIC_NAMES,
  'spec.measurementRetention': RETENTIONS,
  'spec.ttlStrategy': [{ secondsAfterCompletion: 5 }],
  'spec.terminate': FLAGS,
  'spec.metrics.+': [{ name: 'errors', provider: { prometheus: { query: 'up' } } }, { name: 'more', provider: {} }, { name: 'limits', provider: { job: {} } }, { provider: { web: { url: 'http://x' } } }, { name: 'more' }],
  'spec.metrics.*.name': ['', 'errors', 'limits', 'Upper_Case', ABSENT, 'a'.repeat(80)],
  'spec.metrics.*.interval': INTERVALS,
  'spec.metrics.*.initialDelay': INTERVALS,
  'spec.metrics.*.count': LIMITS,
  'spec.metrics.*.failureLimit': LIMITS,
  'spec.metrics.*.inconclusiveLimit': LIMITS,
  'spec.metrics.*.consecutiveErrorLimit': LIMITS,
  'spec.metrics.*.consecutiveSuccessLimit': LIMITS,
  'spec.metrics.*.successCondition': ['', 'result[0] > 1', 'result > 1', 'result', 'true', 'result[0] >', 'isNaN(result)', 'nothing(result)', 'result.x > 1', 'len(result) > 0', 'result == "ok"', 'asFloat(result) > 1', 'result[0] > {{args.limit}}', 'result[0] > {{args.nobody}}', 'result == nil', '1', 'all(result, # > 1)', 5, ABSENT, '{{ args.limit }} > 1', '{{inputs.x}}'],
  'spec.metrics.*.failureCondition': ['', 'result[0] > 1', 'result > 1', 'result &&', 'default(result, 0) > 1', 'isInf(result[0])', 'result.ok', ABSENT],
  'spec.metrics.*.provider': [ABSENT, {}, null, { prometheus: { query: 'up' } }, { prometheus: { address: 'x', query: 'up' }, web: { url: 'http://x' } }, { plugin: {} }, { plugin: { 'a/b': {}, 'c/d': {} } }, { job: { spec: { template: { spec: { containers: [] } } } } }, { unknown: {} }, { web: {} }, { plugin: { 'a/b': 'x' } }],
  'spec.metrics.*.provider.prometheus.address': ['', 'prometheus', 'prometheus:9090', 'http://', '://x', 'http://prometheus:9090/path', 'http://a b', '{{args.address}}', 'ftp://x', ABSENT, 'http://prometheus:x', 'http://me:x@prometheus', 'http://[::1]:9090', 'http://a%20b'],
  'spec.metrics.*.provider.prometheus.query': ['', 'up', 'sum(', '{{args.nobody}}', 'up{a="{{args.limit}}"}', '{{ $labels.x }}', ABSENT, 5, '"', '{{args.limit'],
  'spec.metrics.*.provider.prometheus.timeout': [0, 10, -1, '10', ABSENT],
  'spec.metrics.*.provider.prometheus.authentication': [{}, { oauth2: {} }, { oauth2: { tokenUrl: 'http://x' } }, { oauth2: { tokenUrl: 'http://x', clientId: 'a' } }, { oauth2: { tokenUrl: 'http://x', clientId: 'a', clientSecret: 'b' } }, { sigv4: {} }],
  'spec.metrics.*.provider.prometheus.rangeQuery': [{}, { start: 'now()', end: 'now()', step: '1m' }, { start: 'yesterday', end: 'now()', step: '1m' }, { start: 'now() - duration("1h")', end: '', step: '1m' }, { start: 'now()', end: 'now()', step: '1d' }, { start: 'now()', end: 'now()' }, { start: 'date("2026-01-01")', end: 'now()', step: '1m' }, { start: 'duration("5m")', end: 'now()', step: '1m' }, { start: 'now() - 5', end: 'now()', step: '1m' }, { start: 'now() - duration("1d")', end: 'now()', step: '1m' }],
  'spec.metrics.*.provider.web.url': ['', 'x', 'http://x', '://', ABSENT, 'http://a b'],
  'spec.metrics.*.provider.web.method': ['GET', 'POST', 'PUT', 'get', 'PATCH', ''],
  'spec.metrics.*.provider.web.body': ['', 'x'],
  'spec.metrics.*.provider.web.jsonBody': [{ a: 1 }, 'x', [], null],
  'spec.metrics.*.provider.web.jsonPath': ['{$.a}', '$.a', '{$.a', '', '{', '{.items[*].x}', '{.items[?(@.a==1)]}', '{range .x}{end}', 'x'],
  'spec.metrics.*.provider.web.headers': [[{}], [{ key: 'A' }], [{ key: 'A', value: 'b' }], [{ key: 'A B', value: 'c' }]],
  'spec.metrics.*.provider.web.timeoutSeconds': [0, 5, -1, '5'],
  'spec.metrics.*.provider.web.authentication': [{}, { oauth2: { tokenUrl: 'http://x' } }, { oauth2: { tokenUrl: 'http://x', clientId: 'a', clientSecret: '' } }],
  'spec.metrics.*.provider.graphite.address': ['', 'graphite', 'http://graphite', '://', ABSENT, 'graphite:80', 'http://a b'],
  'spec.metrics.*.provider.graphite.query': ['', ABSENT, 'target=x'],
  'spec.metrics.*.provider.datadog': [{}, { query: 'x' }, { query: 'x', queries: { a: 'y' } }, { apiVersion: 'v3', query: 'x' }, { apiVersion: 'v1', queries: { a: 'x' } }, { apiVersion: 'v2', formula: 'a', query: 'x' }, { apiVersion: 'v2', queries: { a: 'x', b: 'y' } }, { query: 'x', aggregator: 'sum' }, { query: 'x', aggregator: 'most', apiVersion: 'v2' }, { query: 'x', interval: 'x' }],
  'spec.metrics.*.provider.newRelic': [{}, { query: 'x', timeout: -1 }, { query: 'x', profile: '' }],
  'spec.metrics.*.provider.cloudWatch': [{}, { metricDataQueries: [] }, { metricDataQueries: [{ id: 'a' }], interval: 'x' }, { metricDataQueries: [{}] }],
  'spec.metrics.*.provider.skywalking': [{}, { address: 'x', query: 'y' }, { interval: 'x' }],
  'spec.metrics.*.provider.wavefront': [{}, { address: 'x' }, { address: 5 }],
  'spec.metrics.*.provider.kayenta.threshold': [{}, { pass: 90 }, { pass: 90, marginal: 75 }, { pass: '90', marginal: 75 }],
  'spec.metrics.*.provider.kayenta.scopes.*.controlScope': [{}, { scope: 'x', region: 'y', step: 60 }, { scope: 'x', region: 'y', step: 60, start: 'x' }],
  'spec.metrics.*.provider.influxdb': [{}, { query: 'x' }, { query: 5 }],
  'spec.metrics.*.provider.job.spec.template.spec.containers': [[], [{ name: 'main' }], [{ name: 'main', image: '{{args.nobody}}' }], ABSENT],
  'spec.metrics.*.provider.job.spec.template.spec.restartPolicy': ['Always', 'Never', ABSENT],
  'spec.metrics.*.provider.job.spec.backoffLimit': [0, -1, 'x'],
};

const EXPERIMENT: Readonly<Record<string, readonly unknown[]>> = {
  'spec.templates': [[], ABSENT, [{}]],
  'spec.templates.*.name': ['old', 'new', '', ABSENT, 'Not A Name'],
  'spec.templates.*.selector': SELECTORS,
  'spec.templates.*.minReadySeconds': SECONDS,
  'spec.templates.*.replicas': COUNTS,
  'spec.templates.*.service': [{}, { name: 'x' }],
  'spec.duration': DURATIONS,
  'spec.progressDeadlineSeconds': SECONDS,
  'spec.terminate': FLAGS,
  'spec.analyses': [[], ABSENT, [{}], [{ name: 'x', templateName: 'nobody' }], [{ name: 'compare', templateName: 'compare' }]],
  'spec.analyses.*.templateName': ['nobody', 'compare', '', ABSENT],
  'spec.analyses.*.clusterScope': FLAGS,
  'spec.dryRun': METRIC_NAMES,
  'spec.measurementRetention': RETENTIONS,
  'spec.analyses.*.args': [[], ABSENT, [{ name: 'old', value: 'x' }], [{ name: 'old', value: '{{templates.nobody.podTemplateHash}}' }], [{ name: 'old', value: 'x' }, { name: 'until', valueFrom: { podTemplateHashValue: 'Latest' } }], [{ name: 'old', value: '{{templates.old.nothing}}' }, { name: 'until', value: '{{experiment.availableAt}}' }]],
};

const OTHERS: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  'Service': { 'metadata.name': ['other'], 'metadata.namespace': ['other', ABSENT], 'spec.selector': [{ app: 'shop' }, { app: 'other' }, { app: 'shop', tier: 'front' }, { 'app': 'shop', 'rollouts-pod-template-hash': 'x' }, {}, ABSENT], 'metadata.annotations': [{ 'argo-rollouts.argoproj.io/managed-by-rollouts': 'shop' }, { 'argo-rollouts.argoproj.io/managed-by-rollouts': 'other' }] },
  'Ingress': { 'metadata.name': ['other'], 'metadata.namespace': ['other'], 'spec.rules': [[], ABSENT, [{}], [{ http: { paths: [] } }]], 'spec.rules.*.http.paths.*.backend.service.name': ['shop', 'shop-canary', 'other', ''], 'spec.rules.*.http.paths.*.backend': [{ resource: { kind: 'Bucket', name: 'x' } }], 'spec.defaultBackend': [{ service: { name: 'shop', port: { number: 80 } } }] },
  'VirtualService': {
    'metadata.name': ['other'],
    'metadata.namespace': ['other'],
    'spec.http': [ABSENT, [], [{}], {}, 'x', [{ route: [] }], [5], [{ name: 'main', route: [{ destination: { host: 'shop' } }] }], [{ name: 'main', route: [{ destination: { host: 'shop-canary' } }] }], [{ name: 'main', route: 'x' }], [{ name: 'main', route: [{}] }]],
    'spec.http.*.name': ['main', 'other', ABSENT, 5],
    'spec.http.+': [{ name: 'more', route: [{ destination: { host: 'shop' } }] }, { route: [{ destination: { host: 'old' } }] }, { name: 'beta', route: [{ destination: { host: 'shop-canary' } }] }],
    'spec.http.*.route.*.destination.host': ['shop', 'shop-canary', 'shop.shop.svc.cluster.local', 'shop-canary.shop', 'old', '', ABSENT],
    'spec.http.*.route.*.destination.subset': ['stable', 'canary', 'other', ABSENT],
    'spec.tls': [ABSENT, [], {}, [{ match: [{ port: 443, sniHosts: ['shop.example'] }], route: [{ destination: { host: 'shop' } }] }], [5]],
    'spec.tcp': [ABSENT, [], 'x', [{ match: [{ port: 1 }], route: [{ destination: { host: 'shop' } }, { destination: { host: 'shop-canary' } }] }]],
    'spec.tls.*.match': [[], ABSENT, [{ port: 1 }], [{ sniHosts: ['shop.example'] }]],
    'spec.tcp.*.match': [[], ABSENT, [{ port: 1 }]],
    'spec.tls.*.route': [[], [{ destination: { host: 'shop' } }]],
    'spec.tcp.*.route': [[], [{ destination: { host: 'shop-canary' } }]],
    'spec.tls.+': [{ match: [{ port: 8443, sniHosts: ['x.example'] }], route: [{ destination: { host: 'x' } }] }],
    'spec.tcp.+': [{ match: [{ port: 1 }], route: [{ destination: { host: 'x' } }] }],
    'spec': [{}, ABSENT],
    'spec.provider': [{}, ABSENT, { virtualNode: {} }, { virtualRouter: { virtualRouterRef: { name: 'nobody' } } }],
  },
  'VirtualRouter': { 'metadata.name': ['other'], 'spec.routes': [[], ABSENT, {}, [5], [{ name: 'main' }], [{ name: 'main', httpRoute: {} }], [{ name: 'main', httpRoute: { action: {} } }], [{ name: 'main', httpRoute: { action: { weightedTargets: [] } } }], [{ name: 'main', tcpRoute: { action: { weightedTargets: [{}, {}] } } }], [{ name: 'main', httpRoute: { action: { weightedTargets: [{}] } } }]] },
  'Mapping': { 'metadata.name': ['other'], 'spec.weight': [0, 10, '10'], 'spec': [{}, ABSENT] },
  'Deployment|ReplicaSet': { 'metadata.name': ['other'], 'metadata.namespace': ['other'], 'spec.replicas': [0, 1], 'spec.template.metadata.labels': LABELS },
  'PodTemplate': { 'metadata.name': ['other'], 'template.metadata.labels': LABELS },
};

export const places: readonly Place[] = [
  ...table('^Rollout$', ROLLOUT), ...table('^Rollout$', below('spec', POD)), ...table('^Experiment$', { ...EXPERIMENT, ...below('spec.templates.*', POD) }), ...table('^(Cluster)?AnalysisTemplate$', TEMPLATE), ...table('^AnalysisRun$', TEMPLATE),
  ...Object.entries(OTHERS).flatMap(([kind, values]) => table(`^(${kind})$`, values)),
];

function table(kind: string, values: Readonly<Record<string, readonly unknown[]>>): Place[] {
  return Object.entries(values).map(([path, choices]) => ({ kind: new RegExp(kind), path: path.split('.'), values: choices }));
}

function below(path: string, values: Readonly<Record<string, readonly unknown[]>>): Record<string, readonly unknown[]> {
  return Object.fromEntries(Object.entries(values).map(([rest, choices]) => [`${path}.${rest}`, choices]));
}
