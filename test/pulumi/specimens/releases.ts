import { AdoptedKind, AlertSeverity, ControllerOwnedFields, ExperimentVersion, Wait } from 'rolloutkit/pulumi';
import type { AlertEvent, HandOver } from 'rolloutkit/pulumi';
import { canary, specimen, template } from './specimen';
import type { Specimen } from './specimen';

const carried = { labels: { a: 'b' }, annotations: { a: 'b' } };
const gateway = { gatewayApi: { hosts: ['shop.example'], gateway: 'public' } };
const texts = [{ exact: 'a' }, { prefix: 'a' }, { regex: 'a' }];
const headers = texts.map((value, index) => ({ header: `x-${index}`, value }));
const existing = { existing: { templateName: 'house', clusterWide: true, metrics: ['cost'], args: ['team', 'hash', 'end', 'start', 'set'].map(name => ({ name, required: true })) } };
const common = {
  paused: true, restartAt: '2026-01-31T12:00:00Z', revisionHistoryLimit: 20, rollbackWindow: 3, minReady: '5s', successfulRunHistoryLimit: 1, unsuccessfulRunHistoryLimit: 2, scaleDownRevisions: 3, version: '1.9',
};
const kept = { template, name: 'checkout', namespace: 'shop' };
const test = { ...kept, duration: '1h', traffic: { istio: { hosts: ['checkout'] } } };

export const wholeTemplate = {
  metadata: { labels: { team: 'a' }, annotations: { 'example.com/a': 'b' } },
  spec: {
    serviceAccountName: 'checkout',
    containers: [{
      ...template.spec.containers[0],
      command: ['run'],
      args: ['--fast'],
      env: [{ name: 'MODE', value: 'fast' }, { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'store', key: 'token' } } }],
      ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
      readinessProbe: { httpGet: { path: '/ready', port: 8080 }, periodSeconds: 5 },
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    }],
    volumes: [{ name: 'data', configMap: { name: 'settings' } }],
    terminationGracePeriodSeconds: 40,
  },
};

const canaries: readonly Specimen[] = [
  canary('whole', {
    labels: { team: 'shop' },
    annotations: { 'example.com/a': 'b' },
    template: wholeTemplate,
    selector: { team: 'a' },
    mainContainer: 'app',
    protocol: { http: true },
    replicas: 4,
    traffic: gateway,
    ramp: { of: [{ at: 5, hold: '5m', analyses: [{ latency: {} }] }, { at: 25, approval: true, scale: { replicas: 2 } }, { at: 60, scale: { percent: 80 } }], hold: '2m' },
    minimumCanaryPods: 2,
    canaryMetadata: carried,
    stableMetadata: carried,
    progressDeadline: '10m',
    keepAfterAbort: '1m',
    scrape: { at: { port: 8080, path: '/metrics' } },
    catastrophe: { above: { errors: 60, restarts: 4, outOfMemory: true } },
    freeze: 'maintenance',
    promotion: { manual: true },
    gitOps: { flux: true },
    controller: {
      argoRollouts: {
        ...common, analysisRunMetadata: carried, antiAffinity: { preferred: 50 }, replicaProgressThreshold: { percent: 80 }, scaleDownDelay: '1m',
      },
    },
    alerts: [{ slack: '#shop' }],
    wait: Wait.CREATED,
    controllerOwnedFields: ControllerOwnedFields.FORCE,
    waive: [{ rule: 'progress-deadline', reason: 'it is known' }, { rule: 'progress-deadline', resource: 'Rollout shop/other', reason: 'it is known' }],
  }),
  canary('pods', {
    replicas: 50,
    controller: { argoRollouts: { antiAffinity: { required: true }, replicaProgressThreshold: { pods: 2 } } },
    maxSurge: { pods: 1 },
    maxUnavailable: { percent: 20 },
    protocol: { none: true },
    catastrophe: { ignored: true },
    gitOps: { helm: true },
    disruptionBudget: { atMostDown: 1 },
  }),
  canary('by-turns', { traffic: { alb: { hosts: ['shop.example'] } }, pingPong: true, services: { ping: 'one', pong: 'two' }, controller: { argoRollouts: { dynamicStableScale: true } } }),
  canary('served', { traffic: gateway, services: { stable: 'shop', canary: 'shop-canary' } }),
  canary('by-default', { controller: { argoRollouts: { controllerDefaults: true } } }),
  canary('linear', { traffic: gateway, ramp: { linear: { increment: 20, every: '5m' } }, disruptionBudget: { atMostPercentDown: 25 } }),
  canary('exponential', { traffic: gateway, ramp: { exponential: { start: 5, factor: 2, every: '5m' } } }),
  canary('by-hpa', { traffic: gateway, scaling: { hpa: { min: 3, max: 10, cpuPercent: 70, memoryPercent: 80, scaleDownWindow: '5m' } } }),
  canary('by-keda', { traffic: gateway, scaling: { keda: { scaledObjectName: 'queue', min: 3, max: 10 } } }),
  canary('by-another', { traffic: gateway, scaling: { external: { min: 3, max: 10 } } }),
  canary('stepped', {
    traffic: { existingIstio: { virtualService: 'shop', routes: ['checkout'] } },
    steps: [
      { scale: { replicas: 1 } },
      ...headers.map(({ header, value }) => ({ headers: { route: header, matches: [{ header, value }] } })),
      { mirror: { route: 'copy', percent: 50, matches: texts.map((match, index) => ({ method: match, path: match, headers: [headers[index]] })) } },
      ...headers.map(({ header }) => ({ headers: { route: header } })),
      { mirror: { route: 'copy' } },
      { scale: { percent: 20 } },
      { weight: 20 },
      { scale: { matchTraffic: true } },
      { hold: '1m' },
      { analyze: { analyses: [{ successRate: {} }], dryRunMetrics: ['success-rate'], keptMeasurements: 3, runMetadata: carried } },
      { analyze: { analyses: [{ existing: { templateName: 'team', metrics: ['cost'], args: [{ name: 'team', required: true }] } }], args: [{ name: 'team', value: 'a' }], dryRun: true } },
      { approval: true },
    ],
  }),
  canary('tried', {
    traffic: gateway,
    steps: [
      {
        experiment: {
          variants: [
            { name: 'next', version: ExperimentVersion.CANARY, replicas: 2, weight: 5, metadata: carried, selector: { a: 'b' }, serviceName: 'next' },
            { name: 'last', version: ExperimentVersion.STABLE },
          ],
          duration: '5m',
          scaleDownDelay: '1m',
          analyses: [existing],
          args: [
            { name: 'team', field: "metadata.labels['team']" }, { name: 'hash', variantHash: 'next' }, { name: 'end', experimentEnd: true },
            { name: 'start', experimentStart: true }, { name: 'set', variantReplicaSet: 'next' },
          ],
          dryRun: true,
          runMetadata: carried,
        },
      },
      { experiment: { variants: [{ name: 'again', version: ExperimentVersion.CANARY }], duration: '5m', analyses: [{ successRate: {} }], dryRunMetrics: ['success-rate'] } },
      { plugin: { name: 'acme/step', settings: { a: 'b' } } },
      { plugin: { name: 'acme/other', json: '{ "a": "b" }' } },
      { weight: 20 },
      { hold: '1m' },
    ],
  }),
  canary('told-of-hashes', {
    traffic: gateway,
    gates: [{
      throughout: true,
      args: [{ name: 'one', canaryHash: true }, { name: 'other', stableHash: true }],
      analysis: { existing: { templateName: 'hashed', args: [{ name: 'one', required: true }, { name: 'other', required: true }] } },
    }],
  }),
];

const events: readonly AlertEvent[] = [
  { aborted: true }, { analysisError: true }, { analysisFailed: true }, { analysisStarted: true }, { completed: true }, { paused: true },
  { scaled: true }, { stepCompleted: true }, { updated: true }, { trigger: 'on-traffic-weight-updated' },
];
const channels = [
  { slack: '#shop' }, { discord: 'shop' }, { email: 'shop@example.com' }, { googleChat: 'shop' }, { rocket: '#shop' }, { teams: 'shop' }, { webhook: 'deploys' },
  { service: 'opsgenie', recipient: 'shop' },
];

const handOvers: readonly HandOver[] = [{ never: true }, { onSuccess: true }, { progressively: true }];

const others: readonly Specimen[] = [
  ...channels.map((channel, index) => canary(`alerting-${index}`, { alerts: [{ ...channel, on: [...events] }] })),
  ...handOvers.map((handOver, index) => specimen('CanaryRollout', `adopting-${index}`, {
    name: 'checkout',
    namespace: 'shop',
    traffic: gateway,
    replicas: 5,
    adopt: { name: 'legacy', kind: AdoptedKind.DEPLOYMENT, labels: { app: 'checkout' }, ports: [{ name: 'http', number: 8080, protocol: 'TCP' }], handOver },
  })),
  specimen('BlueGreenRollout', 'switched', {
    ...kept,
    controller: { argoRollouts: { ...common, scaleDownRevisions: undefined } },
    previewReplicas: 1,
    scaleDownDelay: '1m',
    scaleDownRevisions: 2,
    promotion: { automatic: { after: '1m' } },
    keepAfterAbort: '1m',
    activeMetadata: carried,
    previewMetadata: carried,
    maxUnavailable: { pods: 2 },
    services: { active: 'shop', preview: 'shop-next' },
  }),
  specimen('BlueGreenRollout', 'mirrored', { ...kept, traffic: gateway, mirrorPercent: 50, controller: { flagger: {} } }),
  specimen('ABTestRollout', 'tested', {
    ...kept,
    traffic: gateway,
    audience: { allOf: [{ header: { name: 'x-team', isExactly: 'a' } }, { header: { name: 'x-plan', startsWith: 'gold' } }] },
    duration: '1h',
    ramp: { stages: [20, 50], hold: '5m' },
    scale: { replicas: 2 },
    minimumCanaryPods: 2,
    canaryMetadata: carried,
    stableMetadata: carried,
    maxUnavailable: { percent: 20 },
    services: { stable: 'shop' },
  }),
  ...[{ isExactly: 'a' }, { isPresent: true }, { matches: 'a.*' }].map((said, index) =>
    specimen('ABTestRollout', `tested-by-header-${index}`, { ...test, audience: { header: { name: 'x-team', ...said } } })),
  ...[{ isExactly: 'a' }, { isPresent: true }].map((said, index) =>
    specimen('ABTestRollout', `tested-by-cookie-${index}`, { ...test, audience: { cookie: { name: 'beta', ...said } } })),
  specimen('ABTestRollout', 'tested-by-turns', { ...test, audience: { header: { name: 'x-team', isExactly: 'a' } }, pingPong: true }),
  canary('for-audiences', {
    traffic: { istio: { hosts: ['checkout'] } },
    ramp: { of: [{ forAudience: { header: { name: 'x-team', isExactly: 'a' } }, hold: '5m' }, { at: 20, audience: { header: { name: 'x-plan', isPresent: true } } }] },
  }),
  specimen('Rollout', 'any-canary', { ...kept, strategy: { canary: { ramp: { stages: [25, 50], hold: '5m' } } } }),
  specimen('Rollout', 'any-switch', { ...kept, strategy: { blueGreen: { previewReplicas: 1, maxUnavailable: { percent: 20 } } } }),
  specimen('Rollout', 'any-test', { ...kept, strategy: { abTest: { duration: '1h', audience: { cookie: { name: 'beta', isPresent: true } }, traffic: { istio: { hosts: ['checkout'] } } } } }),
  ...channels.filter(({ slack, discord, googleChat, rocket, teams }) => [slack, discord, googleChat, rocket, teams].some(Boolean)).map((channel, index) => specimen('AlertChannel', `told-${index}`, {
    ...channel, secret: { name: 'slack' }, username: 'bot', proxy: 'http://proxy.ops:3128', severity: AlertSeverity.INFO, providerName: 'told', namespace: 'shop', labels: { team: 'shop' }, controller: { flagger: {} },
  })),
  specimen('AlertChannel', 'addressed', { teams: 'shop', address: 'https://teams.example.com/hook', controller: { flagger: {} }, gitOps: { flux: true } }),
  specimen('AlertChannel', 'subscribed', { slack: 'shop', on: [{ completed: true }], controller: { argoRollouts: {} } }),
  specimen('VersionedConfig', 'settings', { configName: 'settings', namespace: 'shop', labels: { team: 'shop' }, data: { mode: 'fast' }, binaryData: { icon: 'aGk=' }, gitOps: { flux: true } }),
  specimen('VersionedConfig', 'secrets', { secretData: { token: 'hush' } }),
];

export const specimens: readonly Specimen[] = [...canaries, ...others];
