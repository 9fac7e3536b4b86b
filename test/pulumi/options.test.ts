import { runProgram } from './engine/engine';
import type { EngineResource } from './engine/resource';
import type { EngineRun } from './engine/run';
import { isSecret, secret, UNKNOWN } from './engine/values';

const label = ({ urn, name }: Pick<EngineResource, 'urn' | 'name'>) => `${urn.split('::')[2].split(':').at(-1)} ${name}`;
const componentUrn = (name: string) => `urn:pulumi:dev::shop::rolloutkit:index:CanaryRollout::${name}`;
const childrenOf = (run: EngineRun, component: string) => run.resources.filter(({ parent }) => parent === componentUrn(component));
const isRelease = (resource: EngineResource) => /^(Rollout|Canary) /.test(label(resource));

describe('behind each router', () => {
  let run: EngineRun;
  beforeAll(async () => { run = await runProgram(require.resolve('./programs/routers')); });

  test.each<[string, Readonly<Record<string, readonly string[]>>]>([
    ['nginx', {
      'Service nginx': ['spec.selector'],
      'Service nginx-canary': ['spec.selector'],
      'Ingress nginx': [],
      'AnalysisTemplate nginx-success-rate': [],
      'AnalysisTemplate nginx-guard': [],
      'Rollout nginx': [],
    }],
    ['gateway', {
      'Service gateway': ['spec.selector'],
      'Service gateway-canary': ['spec.selector'],
      'HTTPRoute gateway': ['spec.rules'],
      'AnalysisTemplate gateway-success-rate': [],
      'AnalysisTemplate gateway-guard': [],
      'Rollout gateway': [],
    }],
    ['istio', {
      'Service istio': [],
      'VirtualService istio': ['spec.http'],
      'DestinationRule istio': ['spec.subsets'],
      'AnalysisTemplate istio-success-rate': [],
      'AnalysisTemplate istio-guard': [],
      'Rollout istio': [],
    }],
    ['nginx-flagger', {
      'Ingress nginx-flagger': [],
      'MetricTemplate nginx-flagger-success-rate': [],
      'MetricTemplate nginx-flagger-restarts': [],
      'MetricTemplate nginx-flagger-out-of-memory': [],
      'Deployment nginx-flagger': ['spec.replicas'],
      'Canary nginx-flagger': [],
    }],
    ['gateway-flagger', {
      'MetricTemplate gateway-flagger-success-rate': [],
      'MetricTemplate gateway-flagger-restarts': [],
      'MetricTemplate gateway-flagger-out-of-memory': [],
      'Deployment gateway-flagger': ['spec.replicas'],
      'Canary gateway-flagger': [],
    }],
    ['istio-flagger', {
      'MetricTemplate istio-flagger-success-rate': [],
      'MetricTemplate istio-flagger-restarts': [],
      'MetricTemplate istio-flagger-out-of-memory': [],
      'Deployment istio-flagger': ['spec.replicas'],
      'Canary istio-flagger': [],
    }],
  ])('%s: children are named after their component, and what the controller writes is left to it', (name, expected) => {
    expect(Object.fromEntries(childrenOf(run, name).map(child => [label(child), child.ignoreChanges]))).toEqual(expected);
  });

  test('every object is a child of its component, under the name that it has in the cluster', () => {
    const components = run.resources.filter(({ type }) => type === 'rolloutkit:index:CanaryRollout');
    expect(components.map(({ urn, parent }) => [urn, parent])).toEqual(components.map(({ name }) => [componentUrn(name), run.resources[0].urn]));

    const children = components.flatMap(({ name }) => childrenOf(run, name));
    expect(run.resources).toHaveLength(1 + components.length + children.length);
    for (const { urn, name, type, inputs } of children) {
      expect(urn).toBe(`urn:pulumi:dev::shop::rolloutkit:index:CanaryRollout$${type}::${name}`);
      expect(inputs.metadata.name).toBe(name);
    }
  });

  test.each(['nginx', 'gateway', 'istio', 'nginx-flagger', 'gateway-flagger', 'istio-flagger'])('%s: the release comes when all is there that it names', (name) => {
    const children = childrenOf(run, name);
    const [release, ...more] = children.filter(isRelease);
    const others = children.filter(child => !isRelease(child));
    expect(more).toEqual([]);
    expect([...release.dependencies].sort()).toEqual(others.map(({ urn }) => urn).sort());
    expect(others.flatMap(({ dependencies }) => dependencies)).toEqual([]);
  });

  test('what the controller writes is written over instead, where that is wished', () => {
    const children = childrenOf(run, 'forced');
    expect(children.flatMap(({ ignoreChanges }) => ignoreChanges)).toEqual([]);
    expect(children.filter(({ inputs }) => inputs.metadata.annotations?.['pulumi.com/patchForce'] === 'true').map(label).sort()).toEqual([
      'HTTPRoute forced', 'Service forced', 'Service forced-canary',
    ]);
  });

  test('components tell their names', () => {
    expect(run.outputs[componentUrn('gateway')]).toEqual({
      rolloutName: 'gateway', namespace: 'shop', stableServiceName: 'gateway', canaryServiceName: 'gateway-canary',
    });
  });
});

describe('of the options of a component', () => {
  // The preview is that of the program before the component was renamed.
  let run: EngineRun;
  let before: EngineRun;
  beforeAll(async () => {
    const options = { secretConfig: { token: 'hush' }, outputs: { settings: { data: { image: 'registry.example/checkout:2' } } } };
    [run, before] = await Promise.all([
      runProgram(require.resolve('./programs/options'), { ...options, config: { name: 'checkout' } }),
      runProgram(require.resolve('./programs/options'), { ...options, config: { name: 'shop' }, dryRun: true }),
    ]);
  });

  const containers = ({ inputs }: EngineResource) => inputs.spec.template.spec.containers;
  const container = (image: unknown) => ({
    name: 'app',
    image,
    ports: [{ containerPort: 8080 }],
    env: [{ name: 'MODE', value: 'fast' }, { name: 'TOKEN', value: secret('hush') }],
    readinessProbe: { tcpSocket: { port: 8080 } },
  });

  /** Where such values stand among all inputs and outputs. */
  function places({ resources, outputs }: EngineRun, isMarked: (value: unknown) => boolean): readonly string[] {
    const within = (value: unknown, path: string): readonly string[] => {
      if (isMarked(value)) return [path];
      return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, each]) => within(each, `${path}.${key}`)) : [];
    };
    return [...resources.flatMap(resource => within(resource.inputs, label(resource))), ...within(outputs, 'outputs')].sort();
  }

  test('a rename reaches the children with the names that begin with that of their component', () => {
    const children = childrenOf(run, 'checkout');
    expect(run.resource('CanaryRollout', 'checkout').aliases).toEqual([{ name: 'shop', parent: run.resources[0].urn }]);
    // As the engine derives them from the alias of the component.
    expect(children.map(child => label({ ...child, name: child.name.replace(/^checkout/, 'shop') })).sort()).toEqual(childrenOf(before, 'shop').map(label).sort());
    expect(children.flatMap(({ aliases }) => aliases)).toEqual([]);
    const objects = (each: readonly EngineResource[]) => each.map(({ inputs }) => String(inputs.metadata.name)).sort();
    expect(objects(children)).toEqual(objects(childrenOf(before, 'shop')));
  });

  test('the provider and the protection reach every child, and what has to be there before stands at the component', () => {
    const cluster = run.resource('kubernetes', 'cluster').urn;
    const children = childrenOf(run, 'checkout');
    expect(children.map(({ provider, protect }) => ({ provider, protect }))).toEqual(children.map(() => ({ provider: cluster, protect: true })));
    expect(run.resource('CanaryRollout', 'checkout').dependencies).toEqual([run.resource('ConfigMap', 'settings').urn]);
    expect(childrenOf(run, 'basket').filter(({ provider, protect }) => provider ?? protect)).toEqual([]);
  });

  test.each([['Rollout', 'checkout'], ['Canary', 'basket']])('those for the release reach the %s alone, beside our own', (kind, name) => {
    const release = run.resource(kind, name);
    const others = childrenOf(run, name).filter(({ urn }) => urn !== release.urn);
    expect(release).toMatchObject({ customTimeouts: { create: '20m' }, ignoreChanges: ['spec.paused'], retainOnDelete: true });
    expect(release.dependencies).toEqual(expect.arrayContaining(others.map(({ urn }) => urn)));
    expect(others.filter(({ customTimeouts, retainOnDelete, ignoreChanges }) => customTimeouts ?? retainOnDelete ?? ignoreChanges.includes('spec.paused'))).toEqual([]);
  });

  test('a secret stays alone', () => {
    expect(containers(run.resource('Rollout', 'checkout'))).toEqual([container('registry.example/checkout:2')]);
    expect(places(run, isSecret)).toEqual([
      'Deployment basket.spec.template.spec.containers.0.env.1.value',
      'Rollout checkout.spec.template.spec.containers.0.env.1.value',
    ]);
  });

  test('a value that is not known yet stays alone in a preview', () => {
    expect(containers(before.resource('Rollout', 'shop'))).toEqual([container(UNKNOWN)]);
    expect(places(before, value => value === UNKNOWN)).toEqual([
      'Deployment basket.spec.template.spec.containers.0.image',
      'Rollout shop.spec.template.spec.containers.0.image',
    ]);
  });

  test('what a value depends on is a dependency of that object and of no other', () => {
    const settings = run.resource('ConfigMap', 'settings').urn;
    const dependent = run.resources.filter(({ propertyDependencies }) => Object.values(propertyDependencies).flat().includes(settings));
    expect(dependent.map(resource => [label(resource), resource.propertyDependencies])).toEqual([
      ['Deployment basket', { spec: [settings] }],
      ['Rollout checkout', { spec: [settings] }],
    ]);
  });

  test('nothing is wrong with them', () => {
    const told = [...run.messages, ...before.messages].filter(({ severity }) => severity !== 'info');
    expect({ told, failed: [run.failed, before.failed] }).toEqual({ told: [], failed: [false, false] });
  });
});
