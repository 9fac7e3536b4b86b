import { Duration } from 'cdk8s';
import { AlbTraffic, Analysis, CanaryRollout, Controller, Gate, GatewayApiTraffic, NginxTraffic, Promotion, Ramp, RolloutDefaults, Step } from 'rolloutkit';
import type { BlueGreenRolloutProps, CanaryRolloutProps } from 'rolloutkit';
import * as engine from '../../src/engines/render';
import type { Manifest } from '../../src/manifests/manifest';
import { checkout, manifestsOf, switched } from '../render';
import type { Program, Written } from '../render';

const hosts = ['shop.example.com', 'shop.example.org'];
const nginx = new NginxTraffic({ hosts, path: '/shop', tlsSecret: 'shop-tls' });
const header = { header: 'x-internal', value: { exact: 'true' } };
const twoPorts = [{ image: 'shop:1', ports: [{ number: 8080, name: 'http' }, { number: 9090, name: 'admin' }] }];

/** What the engine rendered for a program, and what was written for it. */
function both(program: Program): { rendered: readonly Manifest[]; written: Written[] } {
  const spy = jest.spyOn(engine, 'render');
  try {
    const written = manifestsOf(program);
    // to tell of a finding it renders again
    const rendered = spy.mock.results[0].value.manifests;
    return { rendered, written };
  } finally {
    spy.mockRestore();
  }
}

/** The pod template and the number of pods are only known when the manifest is written, so they are left out of the comparison. */
function comparable(manifest: Written): unknown {
  if (manifest.kind !== 'Rollout') return manifest;
  const { template, replicas, selector, ...spec } = manifest.spec;
  expect([template, selector]).not.toContain(undefined);
  return { ...manifest, spec };
}

const rollouts: [string, Partial<CanaryRolloutProps>][] = [
  ['as simple as it gets', {}],
  ['with an Ingress of several paths', { traffic: new NginxTraffic({ hosts, paths: ['/b', '/a'], otherRoutes: [{ path: '/c', serviceName: 'assets', portNumber: 80 }] }) }],
  ['with an Ingress of a load balancer', { traffic: new AlbTraffic({ hosts }) }],
  ['with an Ingress of a load balancer and Services that take turns', { traffic: new AlbTraffic({ hosts, path: '/shop' }), pingPong: true }],
  ['with an Ingress', { traffic: nginx, analyses: [Analysis.successRate()] }],
  ['with an HTTPRoute', { traffic: new GatewayApiTraffic({ hosts, gateway: 'public', listener: 'https', path: '/shop' }), promotion: Promotion.manual() }],
  ['with routes that exist', { traffic: GatewayApiTraffic.existing('shop') }],
  ['with Services that exist', { services: { stable: 'legacy', canary: 'legacy-next' } }],
  ['with one Service that exists and an Ingress to it', { services: { stable: 'legacy' }, traffic: nginx }],
  ['with several ports', { containers: twoPorts, traffic: nginx }],
  ['without a port', { containers: [{ image: 'worker:1' }] }],
  ['with labels and annotations of its own', { metadata: { labels: { team: 'payments' }, annotations: { note: 'hello' } }, traffic: nginx }],
  ['with every field of the controller', { controller: Controller.argoRollouts({ minReady: Duration.seconds(3), rollbackWindow: 2, successfulRunHistoryLimit: 1 }) }],
  ['with steps spelled out', {
    traffic: new GatewayApiTraffic({ hosts, gateway: 'public' }),
    steps: [Step.scale({ replicas: 1 }), Step.headers({ route: 'internal', matches: [header] }), Step.weight(10), Step.hold(Duration.minutes(1)), Step.analyze([Analysis.latency()])],
  }],
  ['with gates everywhere', { ramp: Ramp.stages([20]), gates: [Gate.throughout(Analysis.errorRate()), Gate.beforePromotion(Analysis.latency())] }],
];

test.each(rollouts)('a rollout %s is written as the engine rendered it', (_, props) => {
  const { rendered, written } = both(chart => { checkout(chart, props); });
  expect(written.map(comparable)).toEqual(rendered.map(comparable));
});

const switches: [string, Partial<BlueGreenRolloutProps>][] = [
  ['as simple as it gets', {}],
  ['with questions on both sides of the switch', { analyses: [Analysis.successRate()], gates: [Gate.beforePromotion(Analysis.custom({ query: 'smoke', atLeast: 1, count: 1 }))] }],
  ['with Services that exist', { services: { active: 'legacy', preview: 'legacy-next' } }],
  ['with one Service that exists and several ports', { services: { active: 'legacy' }, containers: twoPorts }],
  ['with all that it can be told', {
    previewReplicas: 2,
    promotion: Promotion.manual(),
    scaleDownDelay: Duration.minutes(1),
    scaleDownRevisions: 3,
    keepAfterAbort: Duration.minutes(1),
    activeMetadata: { labels: { traffic: 'all' } },
    previewMetadata: { annotations: { traffic: 'none' } },
  }],
];

test.each(switches)('a blue-green %s is written as the engine rendered it', (_, props) => {
  const { rendered, written } = both(chart => { switched(chart, props); });
  expect(written.map(comparable)).toEqual(rendered.map(comparable));
});

test('labels that a chart gives to everything below are beside what the engine rendered', () => {
  const { rendered, written } = both(chart => {
    RolloutDefaults.of(chart).use({ labels: { team: 'payments' } });
    checkout(chart, { traffic: nginx });
  });
  expect(written.map(comparable)).toEqual(rendered.map(comparable));
  expect(new Set(written.map(({ metadata }) => metadata.labels.team))).toEqual(new Set(['payments']));
});

test('what the engine cannot know yet is written as cdk8s-plus has it', () => {
  const [rollout] = manifestsOf(chart => { checkout(chart, { replicas: 7 }); });
  expect(rollout.spec).toMatchObject({
    replicas: 7,
    selector: { matchLabels: { 'app.kubernetes.io/name': 'checkout' } },
    template: { spec: { containers: [{ image: 'registry.example/checkout:1' }] } },
  });
});

test('the Services can be used by other constructs of cdk8s-plus', () => {
  const manifests = manifestsOf(chart => {
    const { stableService, canaryService } = checkout(chart);
    expect([stableService.name, canaryService.name]).toEqual(['checkout', 'checkout-canary']);
    expect([stableService.service?.name, canaryService.service?.port]).toEqual(['checkout', 8080]);
  });
  expect(manifests).toHaveLength(3);
});

test('Services that exist have a name and no construct', () => {
  manifestsOf(chart => {
    const { stableService, canaryService } = checkout(chart, { services: { stable: 'legacy' } });
    expect(stableService).toEqual({ name: 'legacy', service: undefined });
    expect(canaryService.service).toBeDefined();
  });
});

test('several rollouts of one chart are each written in full', () => {
  const manifests = manifestsOf(chart => {
    for (const id of ['one', 'two']) new CanaryRollout(chart, id, { containers: [{ image: 'shop:1', portNumber: 80 }], analyses: [Analysis.errorRate()] });
  });
  expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(['one', 'two'].flatMap(name => [
    `Rollout ${name}`, `Service ${name}`, `Service ${name}-canary`, `AnalysisTemplate ${name}-error-rate`, `AnalysisTemplate ${name}-guard`,
  ]));
});
