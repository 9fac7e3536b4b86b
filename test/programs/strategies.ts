import * as fc from 'fast-check';
import { call, duration, flag, labels, list, maybe, mostly, name, number, object, oneOf, whole } from './grammar';
import type { Piece } from './grammar';
import { analysis } from './questions';

/* How a new version takes over: ramps, steps, routers, and the options of each strategy. */

const weights = mostly(
  fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }).map(found => `[${[...found].sort((a, b) => a - b).join(', ')}]`),
  oneOf('[]', '[40, 20]', '[0, 50]', '[50, 120]', '[20, 20]', '[0.2, 0.5]', '[NaN]'),
);
const held = object({ hold: maybe(duration, 0.6) });

export const audience: Piece = fc.oneof(
  { weight: 3, arbitrary: oneOf('Audience.header(\'x-internal\').isExactly(\'true\')', 'Audience.header(\'x-team\').startsWith(\'pay\')', 'Audience.cookie(\'beta\').isPresent()') },
  { weight: 1, arbitrary: oneOf('Audience.header(\'x-internal\').matches(\'^(a|b)$\')', 'Audience.allOf([Audience.header(\'a\').isPresent(), Audience.header(\'b\').isPresent()])', 'Audience.header(\'no header\').isPresent()', 'Audience.allOf([])') },
);
const scale = fc.oneof(object({ replicas: number(1, 4) }), object({ percent: number(1, 100) }), oneOf('{}'));
const stageOptions = {
  hold: maybe(duration, 0.4), approval: maybe(flag, 0.2), analyses: maybe(list(analysis, 0, 2), 0.2), scale: maybe(scale, 0.08),
};
const stage = (weight: Piece): Piece => fc.oneof(
  { weight: 12, arbitrary: call('Stage.at', weight, object({ ...stageOptions, audience: maybe(audience, 0.08) })) },
  { weight: 1, arbitrary: call('Stage.forAudience', audience, object(stageOptions)) },
);
const risingStages = fc.tuple(stage(whole(1, 20)), stage(whole(21, 50)), stage(whole(51, 100))).map(stages => `[${stages.join(', ')}]`);

export const ramp: Piece = fc.oneof(
  { weight: 4, arbitrary: call('Ramp.stages', weights, held) },
  { weight: 2, arbitrary: call('Ramp.of', mostly(risingStages, list(stage(number(0, 100)), 0, 3)), held) },
  { weight: 1, arbitrary: call('Ramp.linear', object({ increment: number(5, 50), every: duration })) },
  { weight: 1, arbitrary: call('Ramp.exponential', object({ start: number(1, 20), factor: maybe(number(2, 4)), every: duration })) },
);

const matches = oneOf('[{ header: \'x-internal\', value: { exact: \'true\' } }]', '[{ header: \'x-beta\', value: { regex: \'.+\' } }]', '[]', '[{ header: \'x\', value: {} }]');

const variants = list(object({
  name: name('baseline', 'candidate'), metadata: maybe(object({ labels: maybe(labels, 0.5) }), 0.1), version: oneOf('ExperimentVersion.CANARY', 'ExperimentVersion.STABLE'), replicas: maybe(number(1, 3)), weight: maybe(number(1, 20), 0.1),
}), 1, 2);

const step: Piece = fc.oneof(
  { weight: 5, arbitrary: call('Step.weight', number(1, 100)) },
  { weight: 4, arbitrary: call('Step.hold', duration) },
  { weight: 2, arbitrary: oneOf('Step.approval()') },
  { weight: 2, arbitrary: call('Step.analyze', list(analysis, 1, 2)) },
  { weight: 1, arbitrary: call('Step.scale', fc.oneof(object({ replicas: number(1, 5) }), object({ percent: number(1, 100) }), oneOf('{ matchTraffic: true }', '{}'))) },
  { weight: 1, arbitrary: call('Step.headers', object({ route: name('internal', 'beta'), matches: maybe(matches, 0.7) })) },
  { weight: 1, arbitrary: call('Step.mirror', object({ route: name('copy'), percent: maybe(number(1, 100)), matches: maybe(oneOf('[{ method: { exact: \'GET\' } }]', '[{ path: { prefix: \'/a\' } }]'), 0.5) })) },
  { weight: 1, arbitrary: call('Step.experiment', object({ variants, duration: maybe(duration, 0.7), analyses: maybe(list(analysis, 1, 2), 0.3) })) },
  { weight: 1, arbitrary: oneOf('Step.plugin(\'argoproj-labs/step\')', 'Step.plugin(\'argoproj-labs/step\', { settings: { wait: \'10\' } })') },
);

const router: Piece = fc.oneof(
  { weight: 4, arbitrary: call('new NginxTraffic', object({ hosts: mostly(oneOf('[\'shop.example.com\']', '[\'a.example.com\', \'b.example.com\']'), oneOf('[]', '[\'no host\']')), path: maybe(oneOf('\'/\'', '\'/api\'', '\'api\'')), ingressClass: maybe(name('nginx')), tlsSecret: maybe(name('tls')), pathType: maybe(oneOf('NginxPathType.EXACT'), 0.1) })) },
  { weight: 2, arbitrary: call('new AlbTraffic', object({ hosts: mostly(oneOf('[\'shop.example.com\']', '[\'*.example.com\']'), oneOf('[\'10.0.0.1\']')), path: maybe(oneOf('\'/\'', '\'/api\'', '\'/api/*\'')), scheme: maybe(oneOf('AlbScheme.INTERNAL')), certificates: maybe(oneOf('[\'arn:aws:acm:eu-central-1:123456789012:certificate/1\']', '[\'web\']'), 0.3), redirectHttp: maybe(flag, 0.2) })) },
  { weight: 4, arbitrary: call('new GatewayApiTraffic', object({ hosts: oneOf('[\'shop.example.com\']', '[\'*.example.com\']'), gateway: name('public'), path: maybe(oneOf('\'/api\'')) })) },
  {
    weight: 4,
    arbitrary: call('new IstioTraffic', object({
      hosts: oneOf('[\'shop.example.com\']', '[\'shop\', \'shop.example.com\']'), gateway: maybe(oneOf('\'public\'', '\'istio-system/public\''), 0.5), path: maybe(oneOf('\'/api\'')), subsets: maybe(flag, 0.2),
    })),
  },
  {
    weight: 1,
    arbitrary: oneOf(
      'NginxTraffic.existing(\'web\')', 'NginxTraffic.existing(\'web\', { otherIngresses: [\'more\'], maxTrafficWeight: 1000 })', 'GatewayApiTraffic.existing(\'web\')',
      'AlbTraffic.existing(\'web\')', 'AlbTraffic.existing(\'web\', { rootService: \'root\', otherIngresses: [\'more\'] })',
      'IstioTraffic.existing(\'web\', { routes: [\'main\'] })', 'IstioTraffic.existing(\'web.mesh\', { destinationRule: { name: \'web\' } })',
    ),
  },
);

/** Those that can lead an audience. */
const capable = oneOf('new GatewayApiTraffic({ hosts: [\'shop.example.com\'], gateway: \'public\' })', 'new IstioTraffic({ hosts: [\'shop.example.com\'] })');

const podShare: Piece = fc.oneof(call('PodShare.pods', number(0, 5)), call('PodShare.percent', number(0, 100)));

const metadata = object({ labels: maybe(labels, 0.6), annotations: maybe(labels, 0.3) });

export const canaryOptions = {
  ramp: maybe(ramp, 0.4),
  steps: maybe(list(step, 1, 7), 0.12),
  traffic: maybe(router, 0.4),
  minimumCanaryPods: maybe(number(1, 4), 0.08),
  maxSurge: maybe(podShare, 0.06),
  maxUnavailable: maybe(podShare, 0.06),
  canaryMetadata: maybe(metadata, 0.05),
  stableMetadata: maybe(metadata, 0.05),
  pingPong: maybe(flag, 0.04),
};

export const abTestOptions = {
  audience,
  traffic: mostly(capable, router, 0.15),
  duration: maybe(duration, 0.5),
  scale: maybe(scale, 0.2),
  ramp: maybe(ramp, 0.2),
  minimumCanaryPods: maybe(number(1, 4), 0.08),
};

export const canaryServices = maybe(fc.oneof(object({ stable: maybe(name('web'), 0.6), canary: maybe(name('web-next'), 0.6) })), 0.1);

export const blueGreenOptions = {
  previewReplicas: maybe(number(1, 5), 0.2),
  scaleDownDelay: maybe(duration, 0.2),
  scaleDownRevisions: maybe(number(1, 12), 0.1),
  activeMetadata: maybe(metadata, 0.1),
  previewMetadata: maybe(metadata, 0.1),
  maxUnavailable: maybe(podShare, 0.06),
};

export const blueGreenServices = maybe(fc.oneof(object({ active: maybe(name('web'), 0.6), preview: maybe(name('web-next'), 0.6) })), 0.1);
