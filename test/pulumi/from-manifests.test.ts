import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './engine/engine';
import type { EngineResource } from './engine/resource';
import type { EngineRun } from './engine/run';
import { secret, UNKNOWN } from './engine/values';
import { readYaml } from '../../src/manifests/yaml';

const root = join(__dirname, '..', '..');
const label = ({ urn, name }: Pick<EngineResource, 'urn' | 'name'>) => `${urn.split('::')[2].split(':').at(-1)} ${name}`;
const componentUrn = (name: string) => `urn:pulumi:dev::shop::rolloutkit:index:RolloutManifests::${name}`;
const childrenOf = (run: EngineRun, component: string) => run.resources.filter(({ parent }) => parent === componentUrn(component));
const settings = { namespace: 'late', team: 'shop', replicas: '3', image: 'registry.example/later:1.0.0' };

let run: EngineRun;
let preview: EngineRun;
beforeAll(async () => {
  const options = { outputs: { settings: { data: settings } }, secretConfig: { token: 'hush' } };
  [run, preview] = await Promise.all([false, true].map(dryRun => runProgram(require.resolve('./programs/manifests'), { ...options, dryRun })));
});

test('a program with manifests ends well', () => {
  expect(run).toMatchObject({ exitCode: 0, failed: false });
  expect(preview).toMatchObject({ exitCode: 0, failed: false });
});

describe('manifests of a release', () => {
  test.each<[string, Readonly<Record<string, readonly string[]>>]>([
    ['pods', { 'Service pods:pods/shop': ['spec.selector'], 'Service pods:pods/shop-canary': ['spec.selector'], 'Rollout pods:pods/shop': [] }],
    ['nginx', {
      'Service nginx:nginx/shop': ['spec.selector'], 'Service nginx:nginx/shop-canary': ['spec.selector'], 'Ingress nginx:nginx/shop': [], 'Rollout nginx:nginx/shop': [],
    }],
    ['istio', {
      'Service istio:istio/shop': ['spec.selector'],
      'Service istio:istio/shop-canary': ['spec.selector'],
      'VirtualService istio:istio/shop': ['spec.http'],
      'Rollout istio:istio/shop': [],
    }],
    ['istio-subsets', {
      'Service istio-subsets:istio-subsets/shop': [],
      'DestinationRule istio-subsets:istio-subsets/shop': ['spec.subsets'],
      'VirtualService istio-subsets:istio-subsets/shop': ['spec.http'],
      'Rollout istio-subsets:istio-subsets/shop': [],
    }],
    ['gateway', {
      'Service gateway:default/shop': ['spec.selector'],
      'Service gateway:default/shop-canary': ['spec.selector'],
      'HTTPRoute gateway:default/shop': ['spec.rules'],
      'Rollout gateway:default/shop': [],
    }],
    ['flagger-nginx', {
      'Deployment flagger-nginx:flagger-nginx/shop': ['spec.replicas'], 'Ingress flagger-nginx:flagger-nginx/shop': [], 'Canary flagger-nginx:flagger-nginx/shop': [],
    }],
  ])('%s: every object is a child, and what the controller writes is left to it', (name, expected) => {
    expect(Object.fromEntries(childrenOf(run, name).map(child => [label(child), child.ignoreChanges]))).toEqual(expected);
  });

  test.each(['pods', 'nginx', 'istio', 'istio-subsets', 'gateway', 'flagger-nginx'])('%s: what is registered is what was written, in its namespace', name => {
    const written = readYaml(readFileSync(join(root, 'conformance/pulumi/manifests', `${name}.yaml`), 'utf8')).documents.map(({ manifest }) => manifest);
    const registered = childrenOf(run, name).map(({ inputs: { metadata: { annotations: _, ...metadata }, ...rest } }) => ({ ...rest, metadata }));
    const inOrder = (manifests: readonly object[]) => manifests.map(manifest => JSON.stringify(sorted(manifest))).sort();
    expect(inOrder(registered)).toEqual(inOrder(written.map(manifest => ({ ...manifest, metadata: { ...manifest.metadata, namespace: name === 'gateway' ? 'default' : name } }))));
  });

  test.each(['pods', 'nginx', 'istio', 'istio-subsets', 'gateway', 'flagger-nginx'])('%s: the release comes when all is there, and nothing waits for what comes with it', name => {
    const children = childrenOf(run, name);
    const release = children.find(({ type }) => /:(Rollout|Canary)$/.test(type))!;
    const others = children.filter(child => child !== release);
    expect([...release.dependencies].sort()).toEqual(others.map(({ urn }) => urn).sort());
    const waiting = children.filter(({ inputs }) => inputs.metadata.annotations?.['pulumi.com/skipAwait'] !== 'true').map(({ type }) => type.split(':').at(-1));
    // of these no provider waits for anything
    expect(waiting.filter(kind => !['VirtualService', 'DestinationRule', 'HTTPRoute'].includes(kind!))).toEqual([]);
  });

  test('what the controller writes is written over, the first version is waited for, and the release has options of its own, where that is wished', () => {
    const children = childrenOf(run, 'forced');
    expect(children.flatMap(({ ignoreChanges }) => ignoreChanges)).toEqual([]);
    expect(children.filter(({ inputs }) => inputs.metadata.annotations?.['pulumi.com/patchForce'] === 'true').map(label)).toEqual([
      'Service forced:forced/shop', 'Service forced:forced/shop-canary', 'VirtualService forced:forced/shop',
    ]);
    const release = run.resource('Rollout', 'forced:forced/shop');
    expect(release.inputs.metadata.annotations).toEqual({ 'pulumi.com/waitFor': "jsonpath={.status.conditions[?@.type == 'Healthy'].type}" });
    expect(children.map(({ customTimeouts }) => customTimeouts)).toEqual([undefined, undefined, undefined, { create: '20m' }]);
  });

  test('the end of each is waited for where that is wished, at the workload that starts it as well', () => {
    const hooks = Object.fromEntries(childrenOf(run, 'finished').map(child => [label(child), Object.values(child.hooks).flat()]));
    expect(hooks).toEqual({
      'Deployment finished:one': ['finished:one-deployment-afterCreate', 'finished:one-deployment-afterUpdate'],
      'Deployment finished:two': ['finished:two-deployment-afterCreate', 'finished:two-deployment-afterUpdate'],
      'Canary finished:one': ['finished:one-canary-afterCreate', 'finished:one-canary-afterUpdate'],
      'Canary finished:two': ['finished:two-canary-afterCreate', 'finished:two-canary-afterUpdate'],
      'ConfigMap finished:one': [],
    });
  });

  test('the component tells what they are called', () => {
    expect(run.outputs[componentUrn('gateway')]).toEqual({
      releases: [{ kind: 'Rollout', name: 'shop', namespace: 'default', stableServiceName: 'shop', canaryServiceName: 'shop-canary' }],
    });
    expect(run.outputs[componentUrn('flagger-nginx')]).toEqual({
      releases: [{ kind: 'Canary', name: 'shop', namespace: 'flagger-nginx', stableServiceName: 'shop', canaryServiceName: 'shop-canary' }],
    });
    expect(run.outputs[componentUrn('platform')]).toEqual({ releases: [] });
  });
});

describe('other objects among them', () => {
  const platform = (): readonly EngineResource[] => childrenOf(run, 'platform');

  test('are registered whatever their kind is, lists taken apart', () => {
    expect(platform().map(label).sort()).toEqual([
      'Basket platform:platform/basket', 'ClusterRole platform:reader', 'CustomResourceDefinition platform:prices.shop.example', 'Deployment platform:platform/worker',
      'Job platform:platform/migrate', 'Namespace platform:platform', 'PersistentVolumeClaim platform:platform/data', 'Price platform:price', 'ScaledObject platform:platform/worker',
      'Secret platform:platform/token',
    ]);
    expect(run.resource('Basket', 'platform:platform/basket').type).toBe('kubernetes:shop.example/v1:Basket');
  });

  test('come in an order in which they can be taken: namespaces and definitions first, scalers behind what they scale', () => {
    const namesOf = (resource: EngineResource) => resource.dependencies.map(urn => label(platform().find(each => each.urn === urn)!)).sort();
    const first = ['CustomResourceDefinition platform:prices.shop.example', 'Namespace platform:platform'];
    for (const resource of platform()) {
      const [kind] = label(resource).split(' ');
      if (kind === 'ScaledObject') expect(namesOf(resource)).toEqual(expect.arrayContaining([...first, 'Deployment platform:platform/worker']));
      else expect(namesOf(resource)).toEqual(first.includes(label(resource)) ? [] : first);
    }
  });

  test('are in the namespace if they belong to one', () => {
    const without = platform().filter(({ inputs }) => inputs.metadata.namespace === undefined).map(label).sort();
    expect(without).toEqual(['ClusterRole platform:reader', 'CustomResourceDefinition platform:prices.shop.example', 'Namespace platform:platform', 'Price platform:price']);
  });

  test('are not waited for, but as their manifest says it', () => {
    const annotations = Object.fromEntries(platform().map(({ name, type, inputs }) => [type.split(':').at(-1), inputs.metadata.annotations ?? name]));
    const skip = { 'pulumi.com/skipAwait': 'true' };
    expect(annotations).toMatchObject({ Deployment: skip, PersistentVolumeClaim: skip, Job: { 'pulumi.com/waitFor': 'condition=Complete' }, Secret: 'platform:platform/token' });
  });

  test('keep what autoscalers write, and what is secret', () => {
    expect(run.resource('Deployment', 'platform:platform/worker').ignoreChanges).toEqual(['spec.replicas']);
    expect(run.resource('Secret', 'platform:platform/token').inputs.stringData).toEqual(secret({ token: 'hush' }));
  });
});

describe('values that are known later', () => {
  const container = ({ inputs }: EngineResource) => inputs.spec.template.spec.containers[0];

  test('stand in their places, alone, and what is added to them is there', () => {
    const later = run.resource('Rollout', 'later:later');
    expect(later.inputs.metadata).toEqual({ name: 'later', namespace: 'late', annotations: { 'team': 'shop', 'pulumi.com/skipAwait': 'true' } });
    expect(later.inputs.spec.replicas).toBe(3);
    expect(container(later)).toMatchObject({ image: settings.image, env: [{ name: 'TOKEN', value: secret('hush') }] });
    expect(run.outputs[componentUrn('later')]).toEqual({
      releases: [{ kind: 'Rollout', name: 'later', namespace: 'late', stableServiceName: 'later', canaryServiceName: 'later-canary' }],
    });
  });

  test('are all that a preview does not know', () => {
    const { inputs } = preview.resource('Rollout', 'later:later');
    expect(inputs.metadata).toEqual({ name: 'later', namespace: UNKNOWN, annotations: UNKNOWN });
    expect(inputs.spec).toMatchObject({ replicas: UNKNOWN, strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } } });
    expect(container(preview.resource('Rollout', 'later:later'))).toMatchObject({ name: 'main', image: UNKNOWN, env: [{ name: 'TOKEN', value: secret('hush') }] });
  });

  test('are no mistake where they may be elsewhere: what is named and not there is a word', () => {
    const words = run.messages.filter(({ urn }) => urn === componentUrn('later'));
    expect(words.map(({ severity, text }) => `${severity}  ${text.replace(/;.*/, '')}`)).toEqual(expect.arrayContaining([
      'info  objects[0]  Rollout late/later  spec.strategy.canary.stableService: names Service later, which is not in the input',
      'info  objects[0]  Rollout late/later  spec.strategy.canary.canaryService: names Service later-canary, which is not in the input',
    ]));
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1).map(([key, each]) => [key, sorted(each)]));
}
