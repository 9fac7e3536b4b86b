import { Duration } from 'cdk8s';
import { Probe } from 'cdk8s-plus-28';
import { Analysis, Catastrophe, Controller, Gate, GatewayApiTraffic, NginxTraffic, Ramp, Stage, Step } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, manifestsOf, named } from '../render';
import type { Written } from '../render';

const nginx = () => new NginxTraffic({ hosts: ['shop.example.com'] });
const catastrophes = ['catastrophic-errors', 'restarts', 'out-of-memory'];
const rollout = (manifests: Written[]) => named(manifests, 'Rollout', 'checkout');
const container = (manifests: Written[]) => rollout(manifests).spec.template.spec.containers[0];
const weights = (canary: Written) => canary.steps.filter((step: Written) => step.setWeight !== undefined).map((step: Written) => step.setWeight);

describe('without a router', () => {
  const canary = checkoutCanary({ replicas: 10 });

  test('new pods come before old ones go', () => {
    expect(canary).toMatchObject({ maxSurge: '25%', maxUnavailable: 0 });
  });

  test('nothing is written that the controller refuses or ignores without one', () => {
    // a stableService makes it look for a router, and the rest it only reads beside one
    expect(Object.keys(canary).sort()).toEqual(['canaryService', 'maxSurge', 'maxUnavailable', 'steps']);
  });

  test.each([[1, [50]], [2, [50]], [3, [33, 67]], [5, [20, 40, 60, 80]], [10, [10, 30, 50, 80]], [20, [5, 25, 50, 75]]])('%i pods go through %j', (replicas, expected) => {
    expect(weights(checkoutCanary({ replicas }))).toEqual(expected);
  });

  test('five pods are the default', () => {
    expect(rollout(checkoutManifests()).spec.replicas).toBe(5);
    expect(weights(checkoutCanary())).toEqual([20, 40, 60, 80]);
  });
});

describe.each([['nginx', nginx], ['a Gateway', () => new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' })]])('with %s', (_, traffic) => {
  const canary = checkoutCanary({ traffic: traffic() });

  test('the weights are 5, 25 and 50, held for five minutes each', () => {
    expect(canary.steps).toEqual([5, 25, 50].flatMap(setWeight => [{ setWeight }, { pause: { duration: '5m' } }]));
  });

  test('two canary pods at least, kept for ten minutes after an abort', () => {
    expect(canary).toMatchObject({ minPodsPerReplicaSet: 2, stableService: 'checkout', canaryService: 'checkout-canary' });
    // as long as they are kept, the controller keeps switching the canary's Service
    expect(canary).not.toHaveProperty('abortScaleDownDelaySeconds');
  });

  test('the router moves the traffic, so surge is left to the controller', () => {
    expect(canary).not.toHaveProperty('maxSurge');
    expect(canary).not.toHaveProperty('maxUnavailable');
  });

  test('never more canary pods than there are pods', () => {
    expect(checkoutCanary({ traffic: traffic(), replicas: 1 }).minPodsPerReplicaSet).toBe(1);
  });
});

test('a rollout that makes no progress for ten minutes is aborted', () => {
  expect(rollout(checkoutManifests()).spec).toMatchObject({ progressDeadlineSeconds: 600, progressDeadlineAbort: true });
  expect(rollout(checkoutManifests({ progressDeadline: Duration.minutes(3) })).spec.progressDeadlineSeconds).toBe(180);
});

test('what was asked for stands in place of the defaults', () => {
  const ramp = Ramp.stages([10], { hold: Duration.seconds(90) });
  const canary = checkoutCanary({ traffic: nginx(), keepAfterAbort: Duration.minutes(1), minimumCanaryPods: 3, ramp });
  expect(canary).toMatchObject({ abortScaleDownDelaySeconds: 60, minPodsPerReplicaSet: 3, steps: [{ setWeight: 10 }, { pause: { duration: '1m30s' } }] });
});

test('a container with a port gets a readiness probe of it', () => {
  expect(container(checkoutManifests()).readinessProbe).toMatchObject({ tcpSocket: { port: 8080 } });
});

test('a readiness probe that was given is kept', () => {
  const containers = [{ image: 'shop:1', portNumber: 8080, readiness: Probe.fromHttpGet('/ready') }];
  const probe = container(checkoutManifests({ containers })).readinessProbe;
  expect(probe.httpGet).toMatchObject({ path: '/ready' });
  expect(probe).not.toHaveProperty('tcpSocket');
});

test('a container that is added later gets its probe as well', () => {
  const manifests = manifestsOf(chart => {
    checkout(chart).addContainer({ name: 'sidecar', image: 'sidecar:1', portNumber: 9090 });
  });
  expect(rollout(manifests).spec.template.spec.containers[1].readinessProbe).toMatchObject({ tcpSocket: { port: 9090 } });
});

test('the name is the id, or metadata.name, and everything follows it', () => {
  const names = checkoutManifests({ metadata: { name: 'till' }, traffic: nginx(), analyses: [Analysis.latency()] }).map(manifest => `${manifest.kind} ${manifest.metadata.name}`);
  expect(names).toEqual([
    'Rollout till', 'Service till', 'Service till-canary', 'Ingress till', 'AnalysisTemplate till-latency', 'AnalysisTemplate till-guard',
  ]);
});

test('the selector is the name alone, and the pods and both Services have it', () => {
  const manifests = checkoutManifests();
  const selector = { 'app.kubernetes.io/name': 'checkout' };
  expect(rollout(manifests).spec.selector).toEqual({ matchLabels: selector });
  expect(rollout(manifests).spec.template.metadata.labels).toMatchObject(selector);
  expect(manifests.filter(({ kind }) => kind === 'Service').map(({ spec }) => spec.selector)).toEqual([selector, selector]);
});

test('pods without a port have no Services', () => {
  const manifests = checkoutManifests({ containers: [{ image: 'worker:1' }], analyses: [] });
  expect(manifests.map(({ kind }) => kind)).toEqual(['Rollout']);
  expect(rollout(manifests).spec.strategy.canary).not.toHaveProperty('canaryService');
});

test('Services that exist are named and not written', () => {
  const manifests = checkoutManifests({ services: { stable: 'legacy', canary: 'legacy-next' }, traffic: nginx() });
  expect(manifests.filter(({ kind }) => kind === 'Service')).toEqual([]);
  expect(rollout(manifests).spec.strategy.canary).toMatchObject({ stableService: 'legacy', canaryService: 'legacy-next' });
});

test('every container port becomes a Service port of the same number', () => {
  const containers = [{ image: 'shop:1', ports: [{ number: 8080, name: 'http' }, { number: 9090 }] }];
  const ports = named(checkoutManifests({ containers }), 'Service', 'checkout').spec.ports;
  expect(ports).toEqual([{ name: 'http', port: 8080, targetPort: 8080 }, { name: 'port-9090', port: 9090, targetPort: 9090 }]);
});

test('fields that only Argo Rollouts knows are written when they are given', () => {
  const controller = Controller.argoRollouts({
    revisionHistoryLimit: 3,
    rollbackWindow: 2,
    minReady: Duration.seconds(5),
    successfulRunHistoryLimit: 0,
    unsuccessfulRunHistoryLimit: 9,
    scaleDownDelay: Duration.minutes(2),
    dynamicStableScale: false,
  });
  expect(rollout(checkoutManifests({ controller, traffic: nginx() })).spec).toMatchObject({
    revisionHistoryLimit: 3,
    rollbackWindow: { revisions: 2 },
    minReadySeconds: 5,
    analysis: { successfulRunHistoryLimit: 0, unsuccessfulRunHistoryLimit: 9 },
    strategy: { canary: { scaleDownDelaySeconds: 120, dynamicStableScale: false } },
  });
});

describe('the catastrophe guard', () => {
  const guards = (props: Parameters<typeof checkoutManifests>[0]) =>
    checkoutManifests(props).find(({ metadata }) => metadata.name === 'checkout-guard')?.spec.metrics.map(({ name }: Written) => name);

  test('stands beside any question, and without one there is none', () => {
    expect(guards({ analyses: [Analysis.errorRate()] })).toEqual(['error-rate', ...catastrophes]);
    expect(guards({})).toBeUndefined();
  });

  test('stands beside questions of one stage, and of one step', () => {
    const [question, traffic] = [Analysis.errorRate(), nginx()];
    expect(guards({ traffic, ramp: Ramp.of([Stage.at(20, { analyses: [question] })]) })).toEqual(catastrophes);
    expect(guards({ traffic, steps: [Step.weight(20), Step.analyze([question])] })).toEqual(catastrophes);
  });

  test('stands alone when it is all that was asked for', () => {
    expect(guards({ catastrophe: Catastrophe.above({ restarts: 0 }) })).toEqual(expect.arrayContaining(['restarts', 'out-of-memory']));
  });

  test('can be changed and left out', () => {
    expect(guards({ analyses: [Analysis.errorRate()], catastrophe: Catastrophe.ignored() })).toEqual(['error-rate']);
    expect(guards({ analyses: [Analysis.errorRate()], catastrophe: Catastrophe.above({ outOfMemory: false }) })).toEqual(['error-rate', 'catastrophic-errors', 'restarts']);
  });

  test('is not added to conditions that are all somebody\'s own', () => {
    const own = Analysis.custom({ name: 'queue', query: 'queue_lag{pod=~"{{args.canary-hash}}"}', failureCondition: 'result[0] > 5', interval: Duration.minutes(1), count: 5 });
    expect(guards({ gates: [Gate.throughout(own)] })).toEqual(['queue']);
  });
});
