import { Duration } from 'cdk8s';
import { ExperimentVersion, PluginTraffic, SessionAffinity, Step } from 'rolloutkit';
import type { CanaryRolloutProps, PluginTrafficOptions } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, manifestsOf } from '../render';

const name = 'argoproj-labs/glooplatform';
const said = (options: Partial<PluginTrafficOptions>, props: Partial<CanaryRolloutProps>) =>
  findingsOf(chart => checkout(chart, { traffic: new PluginTraffic({ name, ...options }), ...props })).map(line => line.replace('[test/checkout] ', ''));
const headers = Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] });
const mirror = Step.mirror({ route: 'copies', matches: [{ method: { exact: 'GET' } }] });
const experiment = Step.experiment({ duration: Duration.minutes(5), variants: [{ name: 'next', version: ExperimentVersion.CANARY, weight: 5 }] });
const able = { routesHeaders: true, mirrors: true, sharesExperiments: true, keepsVisitors: true, knowsPingPong: true };

test('a plugin is told its settings, and no route is written', () => {
  const traffic = new PluginTraffic({ name, json: '{ "routeTableSelector": { "name": "shop" } }' });
  expect(checkoutCanary({ traffic }).trafficRouting).toEqual({ plugins: { [name]: { routeTableSelector: { name: 'shop' } } } });
  expect(checkoutManifests({ traffic }).map(({ kind }) => kind)).toEqual(['Rollout', 'Service', 'Service']);
  expect(checkoutCanary({ traffic: new PluginTraffic({ name, settings: { table: 'shop' } }) }).trafficRouting.plugins[name]).toEqual({ table: 'shop' });
});

test('weights can be parts of another whole', () => {
  const { trafficRouting, steps } = checkoutCanary({ traffic: new PluginTraffic({ name, settings: { table: 'shop' }, maxTrafficWeight: 1000 }), steps: [Step.weight(20), Step.approval()] });
  expect(trafficRouting.maxTrafficWeight).toBe(1000);
  expect(steps[0]).toEqual({ setWeight: 200 });
});

test('what it writes is left alone by whoever applies it', () => {
  const differences: unknown[] = [];
  const routes = [
    { apiGroup: 'networking.gloo.solo.io', kind: 'RouteTable', name: 'shop', routeNamespace: 'mesh', fields: ['spec.http'] },
    { apiGroup: '', kind: 'ConfigMap', name: 'weights' },
  ];
  manifestsOf(chart => { differences.push(...checkout(chart, { traffic: new PluginTraffic({ name, settings: { table: 'shop' }, routes }) }).ignoreDifferences); });
  expect(differences.slice(-2)).toEqual([
    { group: 'networking.gloo.solo.io', kind: 'RouteTable', name: 'shop', objectNamespace: 'mesh', jsonPointers: ['/spec/http'] },
    { group: '', kind: 'ConfigMap', name: 'weights', objectNamespace: 'shop', jsonPointers: ['/spec'] },
  ]);
});

test('fails with whatever nobody said of it that it can', () => {
  const steps = [Step.weight(20), headers, mirror, experiment, Step.approval()];
  expect(said({ settings: { table: 'shop' } }, { steps, sessionAffinity: SessionAffinity.cookie() })).toEqual([
    expect.stringContaining('steps[1]: a headers step does nothing behind plugin'),
    expect.stringContaining('steps[2]: a mirror step does nothing behind plugin'),
    expect.stringContaining('steps[3].variants[0].weight: does nothing behind plugin'),
    expect.stringContaining('sessionAffinity: cannot be had from plugin'),
  ]);
  expect(said({ settings: { table: 'shop' } }, { pingPong: true })).toEqual([
    `pingPong: cannot be had from ${name}: as traffic is written, it sends requests to stableService and canaryService, which are not there then; `
    + 'leave it out, or say knowsPingPong of the plugin',
  ]);
});

test('does what is said of it that it can', () => {
  const steps = [Step.weight(20), headers, mirror, experiment, Step.approval()];
  expect(said({ ...able, settings: { table: 'shop' } }, { steps, sessionAffinity: SessionAffinity.cookie() })).toEqual([]);
  expect(said({ ...able, settings: { table: 'shop' } }, { pingPong: true })).toEqual([]);
});

test.each<[string, () => unknown, string]>([
  ['no name', () => new PluginTraffic({ name: ' ' }), 'PluginTraffic: name: must not be empty; write the name the controller knows the plugin by'],
  ['settings twice', () => new PluginTraffic({ name, settings: { a: 'b' }, json: '{}' }), 'PluginTraffic: json: cannot be combined with settings; keep the one you mean'],
  ['settings that are no object', () => new PluginTraffic({ name, json: '[]' }), 'PluginTraffic: json: must be a JSON object, got "[]"; write for example {"retries": 3}'],
  ['a kind that is none', () => new PluginTraffic({ name, routes: [{ apiGroup: 'a.b', kind: 'routes', name: 'shop' }] }), 'PluginTraffic: routes[0].kind: must be the kind of an object, got "routes"; write it as manifests do, such as "VirtualService"'],
  ['a field that is none', () => new PluginTraffic({ name, routes: [{ apiGroup: 'a.b', kind: 'Route', name: 'shop', fields: ['.spec'] }] }), 'PluginTraffic: routes[0].fields[0]: must be names with dots between them, got ".spec"; write for example "spec.routes"'],
  ['a whole of which percents are no parts', () => new PluginTraffic({ name, maxTrafficWeight: 150 }), 'PluginTraffic: maxTrafficWeight: must be a multiple of 100, got 150; write 1000 for tenths of a percent'],
  ['no fields', () => new PluginTraffic({ name, routes: [{ apiGroup: 'a.b', kind: 'Route', name: 'shop', fields: [] }] }), 'PluginTraffic: routes[0].fields: must name at least one field, got none; leave it out for all of spec'],
])('fails on %s', (_, build, message) => {
  expect(build).toThrow(new Error(message));
});
