import * as fc from 'fast-check';
import { call, duration, flag, list, maybe, mostly, name, number, object, oneOf, whole } from './grammar';
import type { Piece } from './grammar';
import { analysis } from './questions';
import { common } from './rollouts';
import { audience, canaryOptions, ramp } from './strategies';

/* Programs of Flagger, over every router that it knows, and a few that it does not. */

const hosts = oneOf('[\'shop.example.com\']', '[\'a.example.com\', \'b.example.com\']');
const path = maybe(oneOf('\'/\'', '\'/api\''));

const weighted = (weight: number, arbitrary: Piece) => ({ weight, arbitrary });
/** Each as often as the next. */
const flaggerRouters: Readonly<Record<string, Piece>> = {
  nginx: call('new NginxTraffic', object({ hosts, path })),
  gatewayApi: call('new GatewayApiTraffic', object({ hosts, gateway: name('public'), path })),
  istio: call('new IstioTraffic', object({ hosts: oneOf('[\'shop.example.com\']', '[\'shop\', \'shop.example.com\']'), gateway: maybe(oneOf('\'public\'', '\'istio-system/public\''), 0.5), path })),
  traefik: call('new TraefikTraffic', object({ hosts, path })),
  apisix: call('new ApisixTraffic', object({ hosts, path })),
  contour: call('new ContourTraffic', object({ host: oneOf('\'shop.example.com\''), path })),
  linkerd: call('new LinkerdTraffic', object({ path })),
  gloo: call('new GlooTraffic', object({ hosts })),
  kuma: oneOf('new KumaTraffic()'),
  skipper: call('new SkipperTraffic', object({ hosts, path })),
  knative: oneOf('new KnativeTraffic()'),
  none: oneOf('undefined', 'new AlbTraffic({ hosts: [\'shop.example.com\'] })', 'new OpenShiftTraffic({ host: \'shop.example.com\' })'),
};
const traffic = fc.oneof(...Object.values(flaggerRouters).map(router => weighted(1, router)));

const interval = mostly(fc.oneof(call('Duration.seconds', whole(10, 600)), call('Duration.minutes', whole(1, 10))), oneOf('Duration.seconds(5)', 'Duration.millis(500)'));
const gates = oneOf('\'http://flagger-loadtester.test\'');
const hook = object({
  name: name('smoke', 'record'),
  moment: oneOf(...['CONFIRM_ROLLOUT', 'PRE_ROLLOUT', 'ROLLOUT', 'CONFIRM_PROMOTION', 'POST_ROLLOUT', 'ROLLBACK', 'EVENT'].map(type => `FlaggerHookType.${type}`)),
  url: mostly(oneOf('\'http://hooks.shop/check\''), oneOf('\'hooks.shop\'')),
  timeout: maybe(duration),
  retries: maybe(number(0, 3)),
  metadata: maybe(oneOf('{ cmd: \'true\' }')),
});

const controller = call('Controller.flagger', object({
  interval: maybe(interval, 0.3),
  threshold: maybe(number(1, 8), 0.3),
  iterations: maybe(number(1, 12), 0.3),
  promotionStep: maybe(number(1, 100), 0.15),
  primaryReadyPercent: maybe(number(1, 100), 0.1),
  canaryReadyPercent: maybe(number(1, 100), 0.1),
  skipAnalysis: maybe(flag, 0.05),
  revertOnDeletion: maybe(flag, 0.1),
  suspend: maybe(flag, 0.03),
  daemonSet: maybe(flag, 0.1),
  gates: maybe(gates, 0.5),
  manualRollback: maybe(flag, 0.1),
  primaryScaler: maybe(object({ minReplicas: maybe(number(1, 4)), maxReplicas: maybe(number(2, 8)) }), 0.1),
  webhooks: maybe(list(hook, 1, 2), 0.1),
}));

/** What every rollout can be told; of what belongs to Argo Rollouts less, so that more programs are written. */
const shared = {
  ...common,
  controller,
  analyses: maybe(list(analysis, 1, 2), 0.6),
  gates: maybe(fc.constant('[]'), 0.02),
  promotion: maybe(oneOf('Promotion.manual()', 'Promotion.automatic()'), 0.15),
  gitOps: maybe(oneOf('GitOps.argoCd()', 'GitOps.flux()')),
  alerts: maybe(fc.constant('[]'), 0.02),
  keepAfterAbort: maybe(duration, 0.03),
  source: maybe(fc.constant('undefined'), 0.02),
};
const affinity = maybe(oneOf('SessionAffinity.cookie()', 'SessionAffinity.cookie({ name: \'version\', maxAge: Duration.hours(1) })'), 0.1);
const mirrorPercent = maybe(number(1, 100), 0.1);

const canary = call('new CanaryRollout', oneOf('chart'), name('checkout'), object({ ...shared, traffic, ramp: maybe(ramp, 0.6), steps: maybe(fc.constant('[Step.weight(20), Step.hold(Duration.minutes(1))]'), 0.03), sessionAffinity: affinity, mirrorPercent }));
const blueGreen = call('new BlueGreenRollout', oneOf('chart'), name('checkout'), object({ ...shared, traffic: maybe(traffic, 0.7), mirrorPercent, scaleDownDelay: maybe(duration, 0.05) }));
const abTest = call('new ABTestRollout', oneOf('chart'), name('checkout'), object({ ...shared, traffic, audience, duration: maybe(duration, 0.8), ramp: maybe(ramp, 0.05), scale: canaryOptions.minimumCanaryPods.map(() => undefined) }));

/** A program: one statement. */
export const flaggerProgram: Piece = fc.oneof(weighted(3, canary), weighted(2, blueGreen), weighted(2, abTest));
