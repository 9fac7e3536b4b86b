import { named, pod, query, rollout, template } from './base-rollouts';
import type { Fields } from './case';

/* Analyses, wherever they may stand and whoever may be asked. */

const metric = (name: string, provider: Fields, successCondition?: string, more: Fields = {}): Fields => (
  { name, ...successCondition === undefined ? {} : { successCondition }, provider, ...more }
);

const cluster = (name: string, metrics: readonly Fields[], more: Fields = {}): Fields => (
  { apiVersion: 'argoproj.io/v1alpha1', kind: 'ClusterAnalysisTemplate', metadata: { name }, spec: { ...more, metrics } }
);

const job: Fields = { spec: { backoffLimit: 0, template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'registry.example/smoke:1' }] } } } };
const oauth2 = { tokenUrl: 'https://login.example/token', clientId: 'id', clientSecret: '{{args.token}}' };
const token = { name: 'token', valueFrom: { secretKeyRef: { name: 'store', key: 'token' } } };
const secret: Fields = { apiVersion: 'v1', kind: 'Secret', metadata: named('store'), stringData: { 'token': 'x', 'address': 'x', 'api-key': 'x', 'app-key': 'x' } };

const versions = ['old', 'new'].map(name => ({ name, replicas: 1, selector: { matchLabels: { app: 'shop', version: name } }, template: { ...pod(), metadata: { labels: { app: 'shop', version: name } } } }));

export const analysisBases: Readonly<Record<string, readonly Fields[]>> = {
  'background': [
    rollout({
      canary: {
        analysis: { templates: [{ templateName: 'rates' }], startingStep: 1, args: [{ name: 'service', value: 'shop' }, { name: 'owner', valueFrom: { fieldRef: { fieldPath: 'metadata.labels[\'owner\']' } } }] },
        steps: [{ setWeight: 20 }, { pause: { duration: '5m' } }],
      },
    }),
    template('rates', [query('rates', { interval: '1m', failureLimit: 2, consecutiveErrorLimit: 4, provider: { prometheus: { address: 'http://prometheus:9090', query: 'sum(good{service="{{args.service}}", owner="{{args.owner}}", zone="{{args.zone}}"})' } } })],
      { args: [{ name: 'service' }, { name: 'owner' }, { name: 'zone', value: 'a' }] }),
  ],
  'inline': [
    rollout({
      canary: {
        steps: [
          { setWeight: 20 },
          {
            analysis: {
              templates: [{ templateName: 'limits' }, { templateName: 'shared', clusterScope: true }],
              dryRun: [{ metricName: 'limits' }],
              measurementRetention: [{ metricName: '.*', limit: 5 }],
              args: [{ name: 'limit', value: '0.5' }, { name: 'hash', valueFrom: { podTemplateHashValue: 'Latest' } }, { name: 'replicas', valueFrom: { fieldRef: { fieldPath: 'spec.replicas' } } }],
            },
          },
        ],
      },
    }),
    template('limits', [query('limits', {
      successCondition: 'result[0] <= {{args.limit}}',
      failureCondition: 'result[0] > {{args.limit}}',
      count: 5,
      interval: '{{args.interval}}',
      initialDelay: '30s',
      failureLimit: 1,
      inconclusiveLimit: 1,
      provider: { prometheus: { address: 'http://prometheus:9090', query: 'sum(rate(errors{hash="{{args.hash}}"}[{{args.interval}}])) / {{args.replicas}}' } },
    })], { args: [{ name: 'limit' }, { name: 'hash' }, { name: 'replicas' }, { name: 'interval', value: '1m' }], templates: [{ templateName: 'nested' }] }),
    template('nested', [metric('nested', { web: { url: 'http://checks/smoke', jsonPath: '{$.data}' } }, 'result.ok && asInt(result.seen) > 10', { count: 3, interval: '10s', consecutiveSuccessLimit: 2 })]),
    cluster('shared', [metric('job', { job })]),
  ],
  'nested': [
    template('outer', [query('outer')], { templates: [{ templateName: 'inner' }, { templateName: 'shared', clusterScope: true }], dryRun: [{ metricName: 'inner' }] }),
    template('inner', [query('inner', { count: '{{args.count}}', interval: '1m' })], { args: [{ name: 'count', value: '3' }] }),
    cluster('shared', [query('shared')], { args: [{ name: 'count', value: '3' }] }),
  ],
  'lone': [template('lone', [
    query('errors', { interval: '{{args.window}}', count: '{{args.count}}', failureLimit: 3, successCondition: 'result[0] < {{args.limit}}' }), query('latency', { interval: '30s' }),
  ], { args: [{ name: 'window' }, { name: 'count' }, { name: 'limit' }], dryRun: [{ metricName: 'lat.*' }], measurementRetention: [{ metricName: 'errors', limit: 20 }] })],
  'stores': [template('stores', [
    metric('range', { prometheus: { address: 'https://prometheus.example:9090', query: 'up', timeout: 20, insecure: false, headers: [{ key: 'X-Scope', value: 'shop' }], authentication: { oauth2 }, rangeQuery: { start: 'now() - duration("5m")', end: 'now()', step: '1m' } } }, 'all(result, # > 0.5)'),
    metric('post', { web: { url: 'https://checks.example/smoke', method: 'POST', jsonBody: { text: 'x' }, headers: [{ key: 'Authorization', value: 'Bearer {{args.token}}' }], timeoutSeconds: 10, jsonPath: '{$.ok}' } }, 'result == true'),
    metric('graphite', { graphite: { address: 'http://graphite:80', query: 'target=summarize(shop.errors)' } }, 'result[0] < 5'),
    metric('wavefront', { wavefront: { address: 'example.wavefront.com', query: 'sum(ts("errors"))' } }, 'result < 5'),
    metric('influxdb', { influxdb: { profile: 'store', query: 'from(bucket: "shop")' } }, 'result[0] < 5'),
  ], { args: [token] }), secret],
  'clouds': [template('clouds', [
    metric('datadog', { datadog: { apiVersion: 'v2', interval: '5m', queries: { a: 'sum:errors{*}', b: 'sum:all{*}' }, formula: 'a / b', aggregator: 'sum' } }, 'default(result, 0) < 0.05'),
    metric('old-datadog', { datadog: { query: 'sum:errors{*}' } }, 'default(result, 0) < 0.05'),
    metric('new-relic', { newRelic: { profile: 'store', query: 'FROM Transaction SELECT count(*)', timeout: 10 } }, 'result.count > 5'),
    metric('cloud-watch', { cloudWatch: { interval: '5m', metricDataQueries: [{ id: 'errors', expression: 'SUM(e)', returnData: true }, { id: 'e', metricStat: { metric: { namespace: 'shop', metricName: 'errors', dimensions: [{ name: 'app', value: 'shop' }] }, period: 60, stat: 'Sum' }, returnData: false }] } }, 'result[0].Values[0] < 5'),
    metric('sky-walking', { skywalking: { address: 'http://oap:12800', query: 'query', interval: '3m' } }, 'result.service_apdex.values.values[0].value > 5'),
    metric('kayenta', {
      kayenta: {
        address: 'https://kayenta.example',
        application: 'shop',
        canaryConfigName: 'shop',
        metricsAccountName: 'm',
        configurationAccountName: 'c',
        storageAccountName: 's',
        threshold: { pass: 90, marginal: 75 },
        scopes: [{ name: 'default', controlScope: { scope: 'old', region: 'eu', step: 60, start: '2026-01-01T00:00:00Z', end: '2026-01-01T01:00:00Z' }, experimentScope: { scope: 'new', region: 'eu', step: 60, start: '2026-01-01T00:00:00Z', end: '2026-01-01T01:00:00Z' } }],
      },
    }),
    metric('plugin', { plugin: { 'example/metrics': { query: 'x' } } }, 'result > 5'),
  ]), secret],
  'run': [{
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisRun',
    metadata: named('by-hand'),
    spec: {
      args: [{ name: 'least', value: '3' }, token],
      metrics: [metric('seen', { web: { url: 'http://checks/seen' } }, 'result >= {{args.least}}'), query('errors', { count: 3, interval: '1m', failureLimit: 1 })],
      dryRun: [{ metricName: 'seen' }],
      terminate: false,
      ttlStrategy: { secondsAfterCompletion: 60 },
    },
  }, secret],
  'experiment': [
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Experiment',
      metadata: named('compare'),
      spec: { duration: '10m', progressDeadlineSeconds: 300, templates: versions, analyses: [{ name: 'compare', templateName: 'compare', requiredForCompletion: true, args: [{ name: 'old', value: '{{templates.old.podTemplateHash}}' }, { name: 'until', value: '{{experiment.finishedAt}}' }] }] },
    },
    template('compare', [metric('compare', { web: { url: 'http://checks/compare?old={{args.old}}&until={{args.until}}' } }, 'result.score > 5')], { args: [{ name: 'old' }, { name: 'until' }] }),
  ],
  'experiment-step': [
    rollout({
      canary: {
        stableService: 'shop',
        canaryService: 'shop-canary',
        trafficRouting: { smi: {} },
        steps: [{
          experiment: {
            duration: '5m',
            templates: [{ name: 'old', specRef: 'stable', weight: 5 }, { name: 'new', specRef: 'canary', replicas: 2, metadata: { labels: { app: 'x' } }, selector: { matchLabels: { app: 'x' } } }],
            analyses: [{ name: 'compare', templateName: 'compare', args: [{ name: 'old', value: '{{templates.old.replicaset.name}}' }] }],
          },
        }, { setWeight: 50 }, { pause: {} }],
      },
    }),
    ...['shop', 'shop-canary'].map(name => ({ apiVersion: 'v1', kind: 'Service', metadata: named(name), spec: { selector: { app: 'shop' }, ports: [{ port: 80 }] } })),
    template('compare', [metric('compare', { web: { url: 'http://checks/compare?old={{args.old}}' } }, 'result.score > 5')], { args: [{ name: 'old' }] }),
  ],
};
