import { Duration } from 'cdk8s';
import { Analysis, AntiAffinity, Controller, GatewayApiTraffic, IstioTraffic, NginxTraffic, PodShare, ProgressThreshold } from 'rolloutkit';
import type { ArgoRolloutsOptions, BlueGreenRolloutProps, CanaryRolloutProps } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named, switched, switchedBlueGreen, synthesize } from '../render';

const gateway = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
const mesh = new IstioTraffic({ hosts: ['checkout'] });
const argo = (options: ArgoRolloutsOptions) => Controller.argoRollouts(options);
const toldOfCanary = (props: Partial<CanaryRolloutProps>) => findingsOf(chart => {
  checkout(chart, props);
});
const toldOfBlueGreen = (props: Partial<BlueGreenRolloutProps>) => findingsOf(chart => {
  switched(chart, props);
});

describe('what only Argo Rollouts knows', () => {
  test('rollouts stand still, and pods are replaced after a time', () => {
    const manifests = checkoutManifests({ controller: argo({ paused: true, restartAt: new Date(Date.UTC(2026, 0, 31, 12)) }) });
    expect(named(manifests, 'Rollout', 'checkout').spec).toMatchObject({ paused: true, restartAt: '2026-01-31T12:00:00Z' });
  });

  test('a controller that is not told to pause says nothing of it', () => {
    expect(named(checkoutManifests({ controller: argo({ paused: false }) }), 'Rollout', 'checkout').spec).not.toHaveProperty('paused');
  });

  test.each([
    [AntiAffinity.preferred(), { preferredDuringSchedulingIgnoredDuringExecution: { weight: 100 } }],
    [AntiAffinity.preferred(1), { preferredDuringSchedulingIgnoredDuringExecution: { weight: 1 } }],
    [AntiAffinity.required(), { requiredDuringSchedulingIgnoredDuringExecution: {} }],
  ])('the two versions keep apart, in a canary and in a blue-green', (antiAffinity, expected) => {
    expect(checkoutCanary({ controller: argo({ antiAffinity }) }).antiAffinity).toEqual(expected);
    expect(switchedBlueGreen({ controller: argo({ antiAffinity }) }).antiAffinity).toEqual(expected);
  });

  test('a required anti-affinity is a word on what happens where there is no node', () => {
    const { words } = synthesize(chart => {
      switched(chart, { controller: argo({ antiAffinity: AntiAffinity.required() }) });
    });
    expect(words).toContain('controller.antiAffinity: leaves pods of the new version pending where the old version is on every node');
  });

  test.each([
    [ProgressThreshold.percent(80), { type: 'Percent', value: 80 }],
    [ProgressThreshold.pods(1), { type: 'Pods', value: 1 }],
  ])('a weight counts as reached before all of its pods are there', (replicaProgressThreshold, expected) => {
    expect(checkoutCanary({ controller: argo({ replicaProgressThreshold }) }).replicaProgressThreshold).toEqual(expected);
  });

  test('so many old versions are kept; a blue-green may say it itself', () => {
    const controller = argo({ scaleDownRevisions: 2 });
    expect(checkoutCanary({ controller, traffic: gateway }).scaleDownDelayRevisionLimit).toBe(2);
    expect(switchedBlueGreen({ controller }).scaleDownDelayRevisionLimit).toBe(2);
    expect(switchedBlueGreen({ controller, scaleDownRevisions: 1 }).scaleDownDelayRevisionLimit).toBe(1);
  });

  test.each<[string, () => unknown, string]>([
    ['a preference that is none', () => AntiAffinity.preferred(0), 'weight: must be a whole number from 1 to 100, got 0'],
    ['more pods than there are', () => PodShare.percent(101), 'percent: must be a whole percentage from 0 to 100, got 101; write for example 25'],
    ['half a pod', () => PodShare.pods(0.5), 'pods: must be a whole number of at least 0, got 0.5'],
    ['a share of more than all', () => ProgressThreshold.percent(101), 'percent: must be a whole number from 1 to 100, got 101; write 100'],
    ['no pods to wait for', () => ProgressThreshold.pods(0), 'pods: must be a whole number of at least 1, got 0'],
    ['a time that is none', () => argo({ restartAt: new Date('tomorrow') }), 'restartAt: must be a time, got an invalid one'],
    ['a way back to versions that are gone', () => argo({ rollbackWindow: 4, revisionHistoryLimit: 3 }), 'rollbackWindow: must not exceed revisionHistoryLimit, 3, got 4; raise revisionHistoryLimit as well'],
    ['more old versions than there are', () => argo({ scaleDownRevisions: 11 }), 'scaleDownRevisions: must not exceed revisionHistoryLimit, which is 10 where nothing is said, got 11'],
    ['a stable version that gives up the pods it keeps', () => argo({ dynamicStableScale: true, scaleDownDelay: Duration.minutes(1) }), 'dynamicStableScale: cannot be combined with scaleDownDelay'],
  ])('fails with %s', (_, make, message) => {
    expect(make).toThrow(message);
  });

  test.each<[string, string[], string]>([
    ['a delay that needs a router', toldOfCanary({ controller: argo({ scaleDownDelay: Duration.minutes(1) }) }), 'controller.scaleDownDelay: needs a router, got none: the controller refuses it; drop it, or add trafficRouting (router-settings)'],
    ['a stable version that gives up pods without a router', toldOfCanary({ controller: argo({ dynamicStableScale: true }) }), 'controller.dynamicStableScale: needs a router, got none: the controller refuses it; drop it, or add trafficRouting (router-settings)'],
    ['pods that the first weight does not start', toldOfCanary({ controller: argo({ replicaProgressThreshold: ProgressThreshold.pods(3) }) }), 'controller.replicaProgressThreshold.value: must not exceed the 1 pod that the first weight 20 starts, got 3; write value: 1, or type: Percent (progress-threshold)'],
    ['a threshold of a blue-green', toldOfBlueGreen({ controller: argo({ replicaProgressThreshold: ProgressThreshold.percent(50) }) }), 'controller.replicaProgressThreshold: does nothing in a blue-green, which waits for all of its pods; leave it out, or use a CanaryRollout'],
    ['pods that nothing keeps after an abort', toldOfCanary({ keepAfterAbort: Duration.minutes(1) }), 'keepAfterAbort: does nothing without traffic: pods of the canary are exchanged for those of the stable version as soon as a release is taken back; leave it out, or choose a router'],
    ['pods that have to be ready for longer than the deadline', toldOfCanary({ progressDeadline: Duration.seconds(30), controller: argo({ minReady: Duration.seconds(30) }) }), 'progressDeadline: must exceed minReadySeconds, 30, got 30; write progressDeadline: 630 s (progress-deadline)'],
  ])('fails with %s', (_, found, finding) => {
    expect(found).toEqual([`[test/checkout] ${finding}`]);
  });
});

describe('how many pods more and less there may be', () => {
  test('a canary without a router has a quarter more and none less, unless it says otherwise', () => {
    expect(checkoutCanary()).toMatchObject({ maxSurge: '25%', maxUnavailable: 0 });
    const given = { maxSurge: PodShare.pods(0), maxUnavailable: PodShare.percent(20) };
    expect(checkoutCanary(given)).toMatchObject({ maxSurge: 0, maxUnavailable: '20%' });
  });

  test('behind a router, and in a blue-green, it is what may be away in a restart', () => {
    const given = { maxUnavailable: PodShare.pods(2) };
    expect(checkoutCanary({ traffic: gateway })).not.toHaveProperty('maxUnavailable');
    expect(checkoutCanary({ ...given, traffic: gateway }).maxUnavailable).toBe(2);
    expect(switchedBlueGreen(given).maxUnavailable).toBe(2);
  });

  test.each<[string, Partial<CanaryRolloutProps>, string]>([
    ['neither', { maxSurge: PodShare.percent(0) }, 'maxSurge: cannot be 0 together with maxUnavailable, which is 0 where nothing is said: no pod could be added, and none taken away'],
    ['neither, both said', { maxSurge: PodShare.pods(0), maxUnavailable: PodShare.pods(0) }, 'maxSurge: cannot be 0 together with maxUnavailable: no pod could be added, and none taken away'],
    ['a surge behind a router', { traffic: gateway, maxSurge: PodShare.pods(1) }, 'maxSurge: does nothing beside traffic'],
  ])('fails with %s', (_, props, finding) => {
    expect(toldOfCanary(props)[0]).toContain(finding);
  });
});

test('pods of the two versions carry what is said of them', () => {
  const canary = checkoutCanary({ canaryMetadata: { labels: { track: 'canary' } }, stableMetadata: { annotations: { track: 'stable' } } });
  expect(canary).toMatchObject({ canaryMetadata: { labels: { track: 'canary' } }, stableMetadata: { annotations: { track: 'stable' } } });
  expect(checkoutCanary({ canaryMetadata: {}, stableMetadata: { labels: {} } })).toEqual(checkoutCanary());
});

describe('Services that take turns', () => {
  test('are written, named by the Rollout, and led to by the route', () => {
    const manifests = checkoutManifests({ traffic: mesh, pingPong: true });
    const { canary } = named(manifests, 'Rollout', 'checkout').spec.strategy;
    expect(canary.pingPong).toEqual({ pingService: 'checkout-ping', pongService: 'checkout-pong' });
    expect([canary.stableService, canary.canaryService]).toEqual([undefined, undefined]);
    expect(manifests.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)).toEqual(['checkout-ping', 'checkout-pong']);
    const [{ route }] = named(manifests, 'VirtualService', 'checkout').spec.http;
    expect(route.map(({ destination }: { destination: { host: string } }) => destination.host)).toEqual(['checkout-ping', 'checkout-pong']);
  });

  test('may exist already', () => {
    const manifests = checkoutManifests({ traffic: mesh, pingPong: true, services: { ping: 'left', pong: 'right' } });
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.pingPong).toEqual({ pingService: 'left', pongService: 'right' });
    expect(manifests.filter(({ kind }) => kind === 'Service')).toEqual([]);
  });

  test.each<[string, Partial<CanaryRolloutProps>, string]>([
    ['without a router', { pingPong: true }, 'pingPong: needs traffic: without a router nothing sends requests to the one Service or the other'],
    ['behind ingress-nginx', { pingPong: true, traffic: NginxTraffic.existing('shop') }, 'pingPong: cannot be had from nginx, behind which Argo Rollouts sends requests to the stable Service and to that of the canary'],
    ['beside Services of the two versions', { pingPong: true, traffic: mesh, services: { stable: 'a' } }, 'services.stable: cannot be combined with pingPong, whose Services take turns; name them as services.ping and services.pong'],
    ['named without being asked for', { traffic: mesh, services: { ping: 'a' } }, 'services.ping: belongs to pingPong, which is not asked for'],
    ['asked for by name', { pingPong: true, traffic: mesh, analyses: [Analysis.custom({ query: 'up{service="{{args.canary-service}}"}', atLeast: 1 })] }, 'analyses[0]: asks by {{args.canary-service}}, and with pingPong no Service is always that of one version'],
    ['that are one', { pingPong: true, traffic: mesh, services: { ping: 'a', pong: 'a' } }, 'services.ping: must be another Service than pongService, got a for both'],
  ])('fail %s', (_, props, finding) => {
    expect(toldOfCanary(props)).toEqual(expect.arrayContaining([expect.stringContaining(finding)]));
  });
});
