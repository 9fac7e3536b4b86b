import { HttpMethod, LoadTestTask, ManualGateState } from 'rolloutkit/pulumi';
import type { Action, Analysis, Arg, Comparison, NoData, QueryScope, Saturation, Telemetry } from 'rolloutkit/pulumi';
import { canary, specimen, template } from './specimen';
import type { Specimen } from './specimen';

const measured = { consecutiveSuccesses: 2, failureLimit: 1, inconclusiveLimit: 3, initialDelay: '1m', interval: '30s', keptMeasurements: 5, toleratedOutage: '2m' };
const sampled = { ...measured, window: '5m' };
const every = { ...sampled, minimumRequests: 20 };
const published = { namespace: 'shop', labels: { team: 'shop' } };
const prometheus = { prometheus: { address: 'http://prometheus.monitoring:9090' } };
const custom = { requests: 'requests_total', errors: 'code=~"5.."', duration: 'duration_seconds' };

const telemetries: readonly Telemetry[] = [
  { contour: { scrapeInterval: '15s' } },
  { custom: { ...custom, durationInMillis: true, namespaceLabel: 'namespace', podLabel: 'pod', scrapeInterval: '15s' } },
  { envoy: { cluster: 'outbound', clusterLabel: 'envoy_cluster_name', namespaceLabel: 'namespace', podLabel: 'pod', scrapeInterval: '15s' } },
  { grpcServer: { codeLabel: 'grpc_code', namespaceLabel: 'namespace', podLabel: 'pod', scrapeInterval: '15s' } },
  { httpRequests: { statusLabel: 'status', namespaceLabel: 'namespace', podLabel: 'pod', scrapeInterval: '15s' } },
  { istio: { namespaceLabel: 'namespace', podLabel: 'pod', scrapeInterval: '15s' } },
  { linkerd: { namespaceLabel: 'namespace', podLabel: 'pod', scrapeInterval: '15s' } },
  { nginxIngress: { namespaceLabel: 'exported_namespace', serviceLabel: 'exported_service', scrapeInterval: '15s' } },
  { openTelemetry: { namespaceLabel: 'namespace', podLabel: 'pod', scrapeInterval: '15s' } },
  { traefik: { portName: 'http', serviceLabel: 'service', scrapeInterval: '15s' } },
];

const comparisons: readonly Comparison[] = [
  { errorRate: { atMostAbove: 2 } }, { successRate: { atMostBelow: 1.5 } },
  { latency: { percentile: 99, atMostTimes: 1.3 } }, { latency: { atMostAbove: '50ms' } },
];
const saturations: readonly Saturation[] = [
  { cpuOfLimits: true }, { cpuOfRequests: true }, { memoryGrowth: true },
  { memoryOfLimits: true }, { memoryOfRequests: true }, { throttledCpu: true },
];
const scopes: readonly QueryScope[] = [{ canary: true }, { everything: true }, { service: true }, { stable: true }];
const withoutData: readonly NoData[] = [{ accept: true }, { reject: true }, { hold: { atMost: '5m' } }];

const args: Arg[] = [{ name: 'limit', value: '5' }, { name: 'token', secret: 'store', key: 'token' }];
const verbatim = { ...sampled, query: 'cost{team="{{args.limit}}"}', args, count: 10, successCondition: 'result[0] < 5', failureCondition: 'result[0] > 9' };

const objects: readonly Specimen[] = [
  ...telemetries.map((telemetry, index) => specimen('SuccessRateAnalysis', `measured-${index}`, { templateName: 'measured', ...published, telemetry, source: prometheus })),
  ...comparisons.map((of, index) => specimen('BaselineAnalysis', `compared-${index}`, { templateName: 'compared', ...published, of, ...index === 0 ? every : {} })),
  ...saturations.map((of, index) => specimen('SaturationAnalysis', `saturated-${index}`, { templateName: 'saturated', ...published, of, containerName: 'app' })),
  ...withoutData.map((noData, index) => specimen('ErrorRateAnalysis', `silent-${index}`, { templateName: 'silent', ...published, noData, atMost: 2 })),
  specimen('SuccessRateAnalysis', 'success', { ...published, ...every, templateName: 'success', clusterWide: true, name: 'orders', atLeast: 99.5, gitOps: { argoCd: true } }),
  specimen('ErrorRateAnalysis', 'errors', { ...published, ...every, templateName: 'errors', atMost: 1.5, waive: [{ rule: 'query-scoped', reason: 'it is known' }] }),
  specimen('LatencyAnalysis', 'latency', { ...published, ...every, templateName: 'latency', percentile: 99, atMost: '250ms' }),
  specimen('RequestRateAnalysis', 'rate', { ...published, ...sampled, templateName: 'rate', atLeast: 5 }),
  specimen('RequestRateAnalysis', 'few', { ...published, templateName: 'few', atMost: 500 }),
  specimen('RestartAnalysis', 'restarts', { ...published, ...measured, templateName: 'restarts', atMost: 2, onlyOutOfMemory: true }),
  specimen('SaturationAnalysis', 'cpu', { ...published, ...sampled, templateName: 'cpu', of: { cpuOfLimits: true }, atMost: 80 }),
  specimen('MetricAnalysis', 'verbatim', { ...published, ...verbatim, templateName: 'verbatim' }),
  specimen('AnalysisTemplate', 'health', {
    ...published,
    templateName: 'health',
    analyses: [{ successRate: {} }, { custom: { ...verbatim, name: 'cost' } }],
    args: [{ name: 'team', required: true }],
    dryRun: ['.*'],
    keptMeasurements: { '.*': 5 },
  }),
];

const pods = { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'registry.example/test:1' }] } } };
const shared = { address: 'https://load.tools:8443', insecure: true, initialDelay: '5s', args: [{ name: 'path', value: 'cart' }] };
const oauth2 = { tokenUrl: 'https://login.example/token', clientId: 'a', clientSecret: { name: 'oauth', key: 'secret' }, scopes: ['read'] };
const http = {
  name: 'http', url: 'http://tests.shop/smoke', headers: { a: 'b' }, timeout: '5s', insecure: true, retries: 2, initialDelay: '5s', args: [{ name: 'path', value: 'cart' }],
};

/** What is done once, which an engine knows each under its own conditions. */
const actions: readonly Action[] = [
  { http: { ...http, json: '{"a":1}', jsonPath: '{$.a}', successCondition: 'result == 1', failureCondition: 'result == 2', oauth2 } },
  { http: { ...http, method: HttpMethod.POST, body: 'a', secretHeaders: { authorization: { name: 'store', key: 'token' } } } },
  { job: { name: 'job', spec: { backoffLimit: 0, ...pods }, labels: { a: 'b' }, annotations: { a: 'b' }, initialDelay: '5s', args: [{ name: 'path', value: 'cart' }] } },
  { loadTest: { ...shared, name: 'load', command: 'hey http://shop/{{args.path}}', metadata: { team: 'shop' }, retries: 2, timeout: '30s', task: LoadTestTask.BASH } },
  { loadTest: { command: 'hey http://shop/', logOutput: true } },
  { helmTest: { ...shared, name: 'helm', release: 'shop', releaseNamespace: 'shop', arguments: ['--logs'], timeout: '1m' } },
  { manualGate: { ...shared, name: 'gate', state: ManualGateState.ASKED } },
];

const existing: Analysis = { existing: { templateName: 'house', clusterWide: true, metrics: ['cost'], args: [{ name: 'team', required: true }, { name: 'limit', required: true }] } };
const asking = {
  args: [{ name: 'team', field: "metadata.labels['team']" }, { name: 'limit', value: '6' }],
  dryRun: true,
  keptMeasurements: 3,
  runMetadata: { labels: { a: 'b' }, annotations: { a: 'b' } },
};
const weighted = { gatewayApi: { hosts: ['shop.example'], gateway: 'public' } };

const asked: readonly Specimen[] = [
  ...scopes.map((scope, index) => canary(`scoped-${index}`, { traffic: weighted, analyses: [{ custom: { query: 'sum(up)', atMost: 5, scope } }] })),
  canary('watched', {
    traffic: weighted,
    source: prometheus,
    telemetry: { httpRequests: {} },
    analyses: [
      { successRate: { atLeast: 99, source: prometheus, telemetry: { istio: {} }, scope: { canary: true }, noData: { reject: true } } },
      { errorRate: { ...every, name: 'errors', atMost: 2, source: prometheus, telemetry: { istio: {} }, scope: { canary: true }, noData: { reject: true } } },
      { latency: { ...every, name: 'slow', percentile: 99, atMost: '1s', source: prometheus, telemetry: { istio: {} }, scope: { canary: true }, noData: { reject: true } } },
      { restarts: { atMost: 1, onlyOutOfMemory: false, name: 'again', source: prometheus, telemetry: { istio: {} }, scope: { canary: true }, noData: { reject: true } } },
      { requestRate: { atLeast: 1, name: 'rate', source: prometheus, telemetry: { istio: {} }, scope: { canary: true }, noData: { reject: true } } },
      { saturation: { of: { cpuOfLimits: true }, name: 'cpu', source: prometheus, telemetry: { istio: {} }, scope: { canary: true }, noData: { reject: true } } },
      { baseline: { of: { errorRate: {} }, name: 'baseline', source: prometheus, telemetry: { istio: {} }, scope: { canary: true }, noData: { reject: true } } },
      { custom: { query: 'sum(up)', atLeast: 1, name: 'own', source: prometheus, telemetry: { istio: {} }, noData: { reject: true } } },
    ],
  }),
  canary('gated', {
    traffic: weighted,
    ramp: { stages: [5, 25, 50] },
    gates: [
      { throughout: true, analysis: existing, fromStep: 2, ...asking },
      { atStage: 25, analysis: { latency: { name: 'at' } } },
      { eachStage: true, analysis: { errorRate: { name: 'each' } }, dryRunMetrics: ['each'] },
      { beforePromotion: true, analysis: { restarts: { name: 'before' } } },
    ],
  }),
  specimen('BlueGreenRollout', 'gated-switch', { name: 'checkout', namespace: 'shop', template, gates: [{ afterPromotion: true, analysis: existing, args: asking.args }] }),
  ...actions.map((action, index) => canary(`acting-${index}-${Object.keys(action)[0]}`, { traffic: weighted, hooks: [{ duringTraffic: action }] })),
  ...actions.map((action, index) => specimen('AnalysisTemplate', `held-${index}-${Object.keys(action)[0]}`, { templateName: 'held', ...published, analyses: [action] })),
  canary('hooked', { traffic: weighted, hooks: [{ beforeTraffic: actions[3] }, { beforePromotion: actions[2] }] }),
  specimen('BlueGreenRollout', 'hooked-switch', { name: 'checkout', namespace: 'shop', template, hooks: [{ beforeTraffic: actions[0] }, { duringTraffic: actions[2] }, { afterPromotion: actions[5] }] }),
];

export const specimens: readonly Specimen[] = [...objects, ...asked];
