import * as fc from 'fast-check';
import { call, duration, flag, labels, list, maybe, mostly, name, number, object, oneOf } from './grammar';
import type { Piece } from './grammar';
import { analysis, anyTelemetry, gate, hook, source } from './questions';
import { abTestOptions, blueGreenOptions, blueGreenServices, canaryOptions, canaryServices } from './strategies';

/* Whole programs: a rollout with everything around it, put into `chart`. */

const port = maybe(number(80, 9000), 0.9);
const image = mostly(oneOf('\'registry.example/shop:1.4.2\''), oneOf('\'\'', '\'registry.example/shop:latest\''));
const containers = mostly(list(object({ name: maybe(name('app'), 0.3), image, portNumber: port }), 1, 1), oneOf(
  '[]', '[{ name: \'app\', image: \'shop/a:1\', portNumber: 8080 }, { name: \'app\', image: \'shop/b:1\' }]',
  '[{ name: \'app\', image: \'shop/a:1\', portNumber: 8080 }, { name: \'proxy\', image: \'shop/b:1\', portNumber: 9090 }]',
), 0.1);

const promotion = fc.oneof(call('Promotion.automatic', object({ after: maybe(duration, 0.5) })), oneOf('Promotion.manual()'));

const catastrophe = fc.oneof(
  call('Catastrophe.above', object({ errors: maybe(number(1, 50), 0.5), restarts: maybe(number(0, 5), 0.3), outOfMemory: maybe(flag, 0.3) })), oneOf('Catastrophe.ignored()'),
);

const controller = call('Controller.argoRollouts', object({
  revisionHistoryLimit: maybe(number(1, 20)),
  rollbackWindow: maybe(number(1, 5)),
  minReady: maybe(duration),
  successfulRunHistoryLimit: maybe(number(0, 10)),
  unsuccessfulRunHistoryLimit: maybe(number(0, 10)),
  scaleDownDelay: maybe(duration, 0.1),
  dynamicStableScale: maybe(flag, 0.1),
  analysisRunMetadata: maybe(object({ labels }), 0.1),
  version: maybe(mostly(oneOf('\'1.9\'', '\'1.10\''), oneOf('\'1.8\'')), 0.2),
  scaleDownRevisions: maybe(number(1, 12), 0.1),
  replicaProgressThreshold: maybe(fc.oneof(call('ProgressThreshold.percent', number(1, 100)), call('ProgressThreshold.pods', number(1, 5))), 0.1),
  antiAffinity: maybe(oneOf('AntiAffinity.preferred()', 'AntiAffinity.preferred(0)', 'AntiAffinity.required()'), 0.1),
  paused: maybe(flag, 0.05),
  restartAt: maybe(oneOf('new Date(\'2026-01-31T12:00:00Z\')', 'new Date(\'never\')'), 0.05),
  controllerDefaults: maybe(flag, 0.1),
}));

const range = { min: number(1, 6), max: number(4, 20) };
const scaling = fc.oneof(
  call('Scaling.hpa', object({ ...range, cpuPercent: maybe(number(10, 90), 0.5), memoryPercent: maybe(number(10, 90), 0.2), scaleDownWindow: maybe(duration, 0.2) })),
  call('Scaling.keda', name('checkout'), object(range)), call('Scaling.external', object(range)),
);

const alerts = list(call('new AlertChannel', oneOf('chart, \'deploys\''), fc.oneof(
  object({ slack: oneOf('\'#deploys\'', '\'deploys\'', '\'\''), on: maybe(oneOf('[AlertEvent.aborted()]', '[AlertEvent.trigger(\'mine\')]', '[]'), 0.3) }),
  object({ email: oneOf('\'team@example.com\'', '\'nobody\'') }), object({ webhook: oneOf('\'deploys\'') }), oneOf('{}', '{ slack: \'a\', teams: \'b\' }'),
)), 1, 1);

const adopt = fc.oneof(
  oneOf('Adopted.deployment(new Deployment(chart, \'legacy\', { containers: [{ image: \'shop:1\', portNumber: 8080 }], replicas: 3 }))'),
  call('Adopted.named', name('legacy'), object({
    kind: maybe(oneOf('AdoptedKind.DEPLOYMENT', 'AdoptedKind.REPLICA_SET', 'AdoptedKind.POD_TEMPLATE'), 0.5),
    labels: maybe(oneOf('{ app: \'legacy\' }', '{ \'no label\': \'\' }'), 0.8),
    ports: maybe(oneOf('[{ number: 8080 }]', '[]'), 0.8),
    handOver: maybe(oneOf('HandOver.progressively()', 'HandOver.onSuccess()', 'HandOver.never()'), 0.4),
  })),
);

export const common = {
  containers,
  metadata: maybe(object({ name: maybe(mostly(name('checkout'), oneOf('\'shop.web\'', '\'9lives\'')), 0.5), labels: maybe(labels), annotations: maybe(labels) }), 0.15),
  replicas: maybe(number(1, 12), 0.4),
  analyses: maybe(list(analysis, 0, 3), 0.5),
  gates: maybe(list(gate, 1, 3), 0.25),
  hooks: maybe(list(hook, 1, 2), 0.2),
  catastrophe: maybe(catastrophe, 0.15),
  promotion: maybe(promotion, 0.25),
  controller: maybe(controller, 0.15),
  telemetry: maybe(anyTelemetry, 0.1),
  source: maybe(source, 0.1),
  progressDeadline: maybe(duration, 0.1),
  keepAfterAbort: maybe(duration, 0.08),
  selector: maybe(oneOf('{ app: \'shop\' }', '{}', '{ \'no label\': \'x\' }'), 0.05),
  scaling: maybe(scaling, 0.1),
  disruptionBudget: maybe(fc.oneof(call('DisruptionBudget.atMostDown', number(0, 3)), call('DisruptionBudget.atMostPercentDown', number(1, 100))), 0.1),
  protocol: maybe(oneOf('Protocol.http()', 'Protocol.grpc()', 'Protocol.none()'), 0.1),
  mainContainer: maybe(oneOf('\'app\'', '\'main\''), 0.05),
  scrape: maybe(call('Scrape.at', object({ port: maybe(number(80, 9000)), path: maybe(oneOf('\'/stats\'', '\'stats\'')) })), 0.08),
  freeze: maybe(oneOf('\'a holiday\'', '\'\''), 0.08),
  alerts: maybe(alerts, 0.08),
  gitOps: maybe(oneOf('GitOps.argoCd()', 'GitOps.flux()', 'GitOps.helm()'), 0.1),
};

const canary = call('new CanaryRollout', oneOf('chart'), name('checkout'), object({ ...common, ...canaryOptions, services: canaryServices }));
const blueGreen = call('new BlueGreenRollout', oneOf('chart'), name('checkout'), object({ ...common, ...blueGreenOptions, services: blueGreenServices }));
const abTest = call('new ABTestRollout', oneOf('chart'), name('checkout'), object({ ...common, ...abTestOptions, services: canaryServices }));
const adopting = fc.oneof(
  call('new CanaryRollout', oneOf('chart'), name('checkout'), object({ ...common, containers: maybe(containers, 0.03), adopt, ...canaryOptions, services: canaryServices })),
  call('new BlueGreenRollout', oneOf('chart'), name('checkout'), object({ ...common, containers: maybe(containers, 0.03), adopt, ...blueGreenOptions, services: blueGreenServices })),
);

const variant = object({
  name: name('baseline', 'candidate'), containers, replicas: maybe(number(1, 3)), minReady: maybe(duration, 0.1), service: maybe(flag, 0.2), serviceName: maybe(name('web'), 0.05),
});
const compared = object({
  analysis, of: maybe(oneOf('\'baseline\'', '\'candidate\'', '\'nobody\''), 0.8), against: maybe(oneOf('\'baseline\''), 0.2), required: maybe(flag), name: maybe(name('compared'), 0.2), dryRun: maybe(flag, 0.1),
});
const experiment = call('new Experiment', oneOf('chart, \'compare\''), object({
  variants: list(variant, 1, 2),
  duration: maybe(duration, 0.7),
  analyses: maybe(list(compared, 1, 2), 0.7),
  progressDeadline: maybe(duration, 0.1),
  scaleDownDelay: maybe(duration, 0.1),
  terminate: maybe(flag, 0.03),
  controller: maybe(controller, 0.05),
  telemetry: maybe(anyTelemetry, 0.05),
  source: maybe(source, 0.05),
}));

const chosen = call('new Rollout', oneOf('chart'), name('checkout'), object({
  ...common,
  strategy: fc.oneof(
    call('Strategy.canary', object({ ...canaryOptions, services: canaryServices })), call('Strategy.blueGreen', object({ ...blueGreenOptions, services: blueGreenServices })),
    call('Strategy.abTest', object({ ...abTestOptions, services: canaryServices })),
  ),
}));

const config = call('new VersionedConfig', oneOf('chart, \'config\''), object({
  data: maybe(oneOf('{ mode: \'fast\' }', '{}', '{ \'no key!\': \'\' }'), 0.9), gitOps: maybe(oneOf('GitOps.argoCd()', 'GitOps.helm()'), 0.2), labels: maybe(labels, 0.1),
}));

const published = fc.oneof(
  config,
  call('new SuccessRateAnalysis', oneOf('chart, \'shared\''), object({ atLeast: maybe(number(50, 100)), clusterWide: maybe(flag) })),
  call('new AnalysisTemplate', oneOf('chart, \'health\''), object({ analyses: mostly(list(analysis, 1, 3), oneOf('[]')), clusterWide: maybe(flag), dryRun: maybe(oneOf('[\'latency\']', '[\'.*\']'), 0.2), keptMeasurements: maybe(oneOf('{ \'.*\': 20 }', '{ latency: 0 }'), 0.2) })),
);

/** A program: one statement a line. */
export const program: Piece = fc.tuple(
  fc.oneof({ weight: 5, arbitrary: canary }, { weight: 3, arbitrary: blueGreen }, { weight: 2, arbitrary: chosen }, { weight: 2, arbitrary: abTest },
    { weight: 1, arbitrary: adopting }, { weight: 1, arbitrary: experiment }),
  maybe(published, 0.15),
).map(([rollout, shared]) => [shared, rollout].filter(line => line !== undefined).join(';\n'));
