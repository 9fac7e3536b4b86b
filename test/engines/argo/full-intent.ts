import type { AnalysisIntent, Question } from '../../../src/intent/analysis';
import type { BlueGreenIntent } from '../../../src/intent/blue-green';
import type { CanaryIntent } from '../../../src/intent/canary';
import type { CourseIntent } from '../../../src/intent/course';
import type { GateIntent, GatePlace } from '../../../src/intent/gate';
import type { ReleaseIntent } from '../../../src/intent/release';
import type { CanaryRolloutIntent, ArgoRolloutIntent } from '../../../src/intent/rollout';
import type { StepIntent } from '../../../src/intent/step';
import type { Leaf } from '../../../src/manifests/leaf';
import { prometheusStore } from '../../../src/metrics/prometheus';
import { Telemetry } from '../../../src/telemetry/telemetry';
import { gatewayApiRouter } from '../../../src/traffic/gateway-api/gateway-api';

/** Says what stands at a leaf: the value itself, or something that will be the value. */
export type Leaves = <T>(place: string, value: T) => Leaf<T>;

export const plain: Leaves = (_, value) => value;

/** Queries that name everything there is: what an unknown query may ask for, so that knowing it makes no difference. */
const all = ['canary-hash', 'stable-hash', 'namespace', 'rollout', 'canary-service', 'stable-service'].map(name => `{{args.${name}}}`).join(' ');

/** The shapes a wish can have: a strategy, and of a canary how its traffic moves. */
export const forms = ['ramp', 'steps', 'blue-green'] as const;
export type Form = (typeof forms)[number];

/** A wish for a canary by a ramp that uses every leaf there is. */
export function fullCanary(leaf: Leaves): CanaryRolloutIntent {
  return fullIntent(leaf, 'ramp') as CanaryRolloutIntent;
}

/** A wish that uses every leaf of an intent, each named by its place. */
export function fullIntent(leaf: Leaves, form: Form): ArgoRolloutIntent {
  const ask = (name: string, question: Question, limits: AnalysisIntent['limits']): AnalysisIntent => ({
    name,
    question,
    limits,
    scope: 'canary',
    noData: { kind: 'hold', atMostSeconds: 43_200 },
    // somebody's own query says by itself over what time and how many requests it asks
    minimumRequests: ['threshold', 'verbatim', 'saturation'].includes(question.kind) ? 0 : leaf(`${name}.minimumRequests`, 50),
    timing: {
      windowSeconds: question.kind === 'threshold' || question.kind === 'verbatim' ? undefined : leaf(`${name}.window`, 180),
      intervalSeconds: leaf(`${name}.interval`, 60),
      initialDelaySeconds: leaf(`${name}.initialDelay`, 90),
    },
    args: [{ name: `${name}-arg`, source: { kind: 'value', value: leaf(`${name}.arg`, 'eu') } }],
  });
  const few = { toleratedOutageSeconds: 300 };
  const limits = (name: string) => ({
    ...few,
    count: leaf(`${name}.count`, 50),
    failureLimit: leaf(`${name}.failureLimit`, 3),
    inconclusiveLimit: leaf(`${name}.inconclusiveLimit`, 20),
    consecutiveSuccesses: leaf(`${name}.consecutiveSuccesses`, 4),
  });
  const analyses = {
    success: ask('success', { kind: 'success-rate', atLeast: leaf('success.atLeast', 99) }, few),
    errors: ask('errors', { kind: 'error-rate', atMost: leaf('errors.atMost', 1) }, limits('errors')),
    latency: ask('latency', { kind: 'latency', percentile: leaf('latency.percentile', 99.9), atMostMillis: leaf('latency.atMost', 250) }, few),
    own: ask('own', { kind: 'threshold', query: leaf('own.query', `lag{${all}}`), atMost: leaf('own.atMost', 20) }, few),
    verbatim: ask('verbatim', {
      kind: 'verbatim', query: leaf('verbatim.query', all), success: leaf('verbatim.success', 'result[0] > 1'), failure: leaf('verbatim.failure', 'result[0] < 1'),
    }, limits('verbatim')),
  };
  const gate = (place: GatePlace, analysis: AnalysisIntent, index: number): GateIntent =>
    ({ place, analysis, args: [{ name: `given-${index}`, source: { kind: 'value', value: leaf(`gates[${index}].arg`, `given ${index}`) } }], dryRun: false, property: `gates[${index}]` });
  const gates = form === 'blue-green' ? [
    gate({ kind: 'after-promotion' }, analyses.success, 0),
    gate({ kind: 'after-promotion' }, analyses.latency, 1),
    gate({ kind: 'before-promotion' }, analyses.verbatim, 2),
    gate({ kind: 'before-promotion' }, analyses.own, 3),
    gate({ kind: 'after-promotion' }, analyses.errors, 4),
  ] : [
    gate({ kind: 'throughout' }, analyses.success, 0),
    gate({ kind: 'each-stage' }, analyses.latency, 1),
    gate({ kind: 'before-promotion' }, analyses.verbatim, 2),
    gate({ kind: 'throughout' }, analyses.own, 3),
    gate({ kind: 'throughout' }, ask('growth', { kind: 'saturation', of: { filled: 'memory-growth' }, atMost: leaf('growth.atMost', 20) }, few), 4),
    gate({ kind: 'each-stage' }, ask('slower', {
      kind: 'baseline', of: { compared: { kind: 'latency', percentile: leaf('slower.percentile', 99) }, by: 'ratio', limit: 'atMostTimes' }, atMost: leaf('slower.atMost', 1.5),
    }, few), 5),
  ];
  const common = release(leaf, gates);

  return {
    name: 'checkout',
    namespace: 'shop',
    labels: { team: leaf('label', 'payments') },
    annotations: { note: leaf('annotation', 'hello') },
    pods: {
      replicas: leaf('replicas', 10),
      selector: leaf('selector', { app: 'checkout' }),
      template: leaf('template', { metadata: { labels: { app: 'checkout' } }, spec: { containers: [{ name: 'main', image: 'shop:1' }] } }),
    },
    scaling: {
      kind: 'hpa',
      min: leaf('scaling.min', 5),
      max: leaf('scaling.max', 50),
      cpuPercent: leaf('scaling.cpu', 70),
      memoryPercent: leaf('scaling.memory', 90),
      scaleDownWindowSeconds: leaf('scaling.window', 600),
    },
    disruptionBudget: { kind: 'percent', percent: leaf('disruptionBudget', 10) },
    services: {
      main: { name: 'checkout', existing: false },
      next: { name: 'checkout-canary', existing: false },
      ports: [{ name: 'http', port: leaf('port', 80), targetPort: leaf('targetPort', 8080), protocol: 'TCP', appProtocol: 'http' }],
      scrape: { port: leaf('scrape.port', 9090), path: leaf('scrape.path', '/stats') },
    },
    strategy: form === 'blue-green' ? blueGreen(leaf, common) : canary(leaf, common, form, analyses.errors),
    controller: {
      kind: 'argo',
      argo: {
        revisionHistoryLimit: leaf('revisionHistoryLimit', 5),
        rollbackWindowRevisions: leaf('rollbackWindow', 2),
        minReadySeconds: leaf('minReady', 7),
        successfulRunHistoryLimit: leaf('successfulRuns', 1),
        unsuccessfulRunHistoryLimit: leaf('unsuccessfulRuns', 8),
        paused: leaf('paused', false),
        restartAt: leaf('restartAt', '2026-01-31T12:00:00Z'),
        antiAffinity: { kind: 'preferred', weight: leaf('antiAffinity', 50) },
        ...(form === 'blue-green' ? {} : {
          scaleDownDelaySeconds: leaf('scaleDownDelay', 45),
          scaleDownRevisions: leaf('scaleDownRevisions', 2),
          replicaProgressThreshold: { kind: 'percent', value: leaf('threshold', 80) },
        }),
      },
    },
    alerts: [
      { service: 'slack', recipient: leaf('alerts.channel', 'deploys'), triggers: ['on-rollout-aborted'] },
      { service: 'slack', recipient: leaf('alerts.other', 'on-call'), triggers: ['on-rollout-aborted'] },
    ],
    telemetry: Telemetry.httpRequests(),
    source: {
      sourceName: 'prometheus',
      _store: prometheusStore({
        address: leaf('address', 'http://prometheus:9090'), headers: { 'X-Scope-OrgID': leaf('header', 'shop') }, insecure: leaf('insecure', true),
      }),
    },
  };
}

function release(leaf: Leaves, gates: readonly GateIntent[]): ReleaseIntent {
  return {
    promotion: { kind: 'automatic', afterSeconds: leaf('promotion.after', 60) },
    gates,
    catastrophe: { errorsAbovePercent: leaf('catastrophe.errors', 15), restartsAbove: leaf('catastrophe.restarts', 4), outOfMemory: true },
    progressDeadlineSeconds: leaf('progressDeadline', 600),
    keepAfterAbortSeconds: leaf('keepAfterAbort', 700),
  };
}

function canary(leaf: Leaves, common: ReleaseIntent, form: CourseIntent['kind'], errors: AnalysisIntent): CanaryIntent {
  return {
    ...common,
    kind: 'canary',
    course: form === 'ramp' ? ramp(leaf, errors) : { kind: form, steps: steps(leaf, errors) },
    router: gatewayApiRouter({ hosts: ['shop.example.com'], gateway: 'public' }),
    minimumCanaryPods: leaf('minimumCanaryPods', 3),
    maxUnavailable: leaf('maxUnavailable', '20%'),
    canaryMetadata: { labels: { track: leaf('canary.label', 'canary') }, annotations: {} },
    stableMetadata: { labels: {}, annotations: { track: leaf('stable.annotation', 'stable') } },
  };
}

function blueGreen(leaf: Leaves, common: ReleaseIntent): BlueGreenIntent {
  return {
    ...common,
    kind: 'blue-green',
    previewReplicas: leaf('previewReplicas', 2),
    scaleDownDelaySeconds: leaf('scaleDownDelay', 120),
    scaleDownRevisions: leaf('scaleDownRevisions', 3),
    activeMetadata: { labels: { traffic: leaf('active.label', 'all') }, annotations: { note: leaf('active.annotation', 'on') } },
    previewMetadata: { labels: { traffic: leaf('preview.label', 'none') }, annotations: {} },
    maxUnavailable: leaf('maxUnavailable', '20%'),
  };
}

function ramp(leaf: Leaves, errors: AnalysisIntent): CourseIntent {
  const stage = (index: number, weight: number, seconds: number) =>
    ({ weight: leaf(`stages[${index}].weight`, weight), holdSeconds: leaf(`stages[${index}].hold`, seconds), approval: false, analyses: [] });
  return { kind: 'ramp', ramp: [stage(0, 10, 300), { ...stage(1, 50, 600), analyses: [errors], approval: true }] };
}

function steps(leaf: Leaves, errors: AnalysisIntent): readonly StepIntent[] {
  const matches = [{ header: 'x-internal', value: { kind: 'exact' as const, text: leaf('headers.text', 'true') } }];
  return [
    { kind: 'scale', scale: { kind: 'replicas', replicas: leaf('scale.replicas', 2) } },
    { kind: 'headers', route: 'internal', matches },
    {
      kind: 'mirror',
      route: 'copy',
      percent: leaf('mirror.percent', 30),
      matches: [{ method: { kind: 'exact', text: leaf('mirror.method', 'GET') }, path: { kind: 'prefix', text: leaf('mirror.path', '/shop') }, headers: matches }],
    },
    { kind: 'weight', weight: leaf('steps.weight', 10) },
    { kind: 'hold', seconds: leaf('steps.hold', 300) },
    { kind: 'analyze', analyses: [errors], args: [{ name: 'step-arg', source: { kind: 'value', value: leaf('analyze.arg', 'x') } }], dryRun: false },
    { kind: 'scale', scale: { kind: 'percent', percent: leaf('scale.percent', 40) } },
    {
      kind: 'experiment',
      experiment: {
        seconds: leaf('experiment.seconds', 90),
        scaleDownDelaySeconds: leaf('experiment.scaleDownDelay', 40),
        args: [{ name: 'experiment-arg', source: { kind: 'value', value: leaf('experiment.arg', 'x') } }],
        dryRun: true,
        variants: [{
          name: 'next',
          version: 'canary',
          replicas: leaf('variant.replicas', 2),
          weight: leaf('variant.weight', 5),
          metadata: { labels: { variant: leaf('variant.label', 'next') }, annotations: {} },
          serviceName: leaf('variant.service', 'checkout-next'),
        }],
        analyses: [{ name: 'errors', analysis: errors, required: true }],
      },
    },
    { kind: 'weight', weight: leaf('steps.second', 60) },
    { kind: 'approval' },
  ];
}
