import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import { ComponentPlugin } from '../../src/pulumi/plugin/component-plugin';

const schema = JSON.parse(readFileSync(join(__dirname, '..', '..', 'pulumi-plugin', 'schema.json'), 'utf8'));
const template = { spec: { containers: [{ name: 'app', image: 'registry.example/checkout:1.0.0', ports: [{ containerPort: 8080 }] }] } };

/** What stands in a plug-in for resources of another process. */
const { DependencyResource, DependencyProviderResource } = pulumi as unknown as {
  readonly DependencyResource: new (urn: string) => pulumi.Resource;
  readonly DependencyProviderResource: new (reference: string) => pulumi.ProviderResource;
};

interface Told {
  readonly value: unknown;
  readonly known?: boolean;
  readonly secret?: boolean;
  readonly by?: readonly string[];
}

/** A value as a plug-in gets it: told by resources of another process. */
function told({ value, known = true, secret = false, by = [] }: Told): pulumi.Output<unknown> {
  const sources = by.map(urn => new DependencyResource(urn));
  const Output = pulumi.Output as unknown as new (...parts: unknown[]) => pulumi.Output<unknown>;
  return new Output(sources, Promise.resolve(value), Promise.resolve(known), Promise.resolve(secret), Promise.resolve([]));
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- inputs as mocks are told them
type Inputs = any;

let registered: Map<string, Inputs>;
let plugin: ComponentPlugin;

beforeEach(async () => {
  jest.spyOn(console, 'warn').mockImplementation();
  registered = new Map();
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      registered.set(`${type.split(':').at(-1)} ${name}`, inputs);
      return { id: `${name}-id`, state: inputs };
    },
    call: () => ({}),
  }, 'shop', 'dev', true);
  plugin = new ComponentPlugin({ schema, version: '1.2.3' });
});

async function make(kind: string, name: string, inputs: object, options: pulumi.ComponentResourceOptions = {}): Promise<Inputs> {
  const { urn, state } = await plugin.construct(name, `rolloutkit:index:${kind}`, inputs as pulumi.Inputs, options);
  await (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
  const known = (output: pulumi.Output<unknown>) => new Promise(resolve => { output.apply(resolve); });
  const outputs = Object.entries(state).map(async ([key, value]) => [key, await known(pulumi.output(value as unknown))] as const);
  return { urn: await known(pulumi.output(urn)), ...Object.fromEntries(await Promise.all(outputs)) };
}

const canary = (inputs: object, name = 'checkout') => make('CanaryRollout', name, { template, ...inputs });
const strategyOf = (name = 'checkout') => registered.get(`Rollout ${name}`).spec.strategy.canary;

test('the plug-in tells the schema with the version of the package', () => {
  expect(plugin.version).toBe('1.2.3');
  expect(JSON.parse(plugin.schema)).toEqual({ ...schema, version: '1.2.3' });
});

test('a component is made of plain values, and tells its outputs', async () => {
  await expect(canary({ namespace: 'shop' })).resolves.toEqual({
    urn: 'urn:pulumi:dev::shop::rolloutkit:index:CanaryRollout::checkout',
    rolloutName: 'checkout',
    namespace: 'shop',
    stableServiceName: 'checkout',
    canaryServiceName: 'checkout-canary',
  });
  expect(registered.get('Rollout checkout')).toMatchObject({ kind: 'Rollout', metadata: { name: 'checkout', namespace: 'shop' }, spec: { template: { spec: template.spec } } });
});

describe('what a resource of the program told', () => {
  test('may decide about the structure when it is known', async () => {
    await canary({ ramp: told({ value: { stages: [10, 50], hold: '1m' } }), template: told({ value: template }) });
    expect(strategyOf().steps).toEqual([{ setWeight: 10 }, { pause: { duration: '1m' } }, { setWeight: 50 }, { pause: { duration: '1m' } }]);
  });

  test('is judged at once when it is known', async () => {
    await expect(canary({ ramp: { stages: [told({ value: 120 })] }, replicas: told({ value: 'many' }) })).rejects.toThrow(/has 2 findings:\n.*(ramp\.stages\[0\]|replicas): .*\n.*(ramp\.stages\[0\]|replicas): /);
    expect(registered.has('Rollout checkout')).toBe(false);
  });

  test('is there before what is made of it', async () => {
    const source = 'urn:pulumi:dev::shop::random:index/randomInteger:RandomInteger::count';
    const seen: Record<string, unknown[]> = {};
    const see: pulumi.ResourceTransformation = ({ type, props, opts }) => {
      seen[type.split(':').at(-1)!] = [opts.dependsOn].flat();
      return { props, opts };
    };
    await make('CanaryRollout', 'checkout', { template, replicas: told({ value: 3, by: [source] }) }, { transformations: [see] });
    expect(registered.get('Rollout checkout').spec.replicas).toBe(3);
    for (const kind of ['Service', 'Rollout']) {
      const urns = await Promise.all(seen[kind].map(each => new Promise(resolve => { (each as pulumi.Resource).urn.apply(resolve); })));
      expect(urns).toContain(source);
    }
  });

  test('stays unknown alone', async () => {
    await canary({ ramp: { stages: [50] }, replicas: told({ value: undefined, known: false }) });
    expect(registered.get('Rollout checkout').spec).toMatchObject({ strategy: { canary: { steps: expect.any(Array) } }, template: { spec: template.spec } });
    expect(registered.get('Rollout checkout').spec.replicas).toEqual(pulumi.unknown);
  });

  test('leaves the structure known around a value that is unknown in the midst of it', async () => {
    const [container] = template.spec.containers;
    await canary({ template: told({ value: { spec: { containers: [{ ...container, image: pulumi.unknown }] } } }) });
    expect(registered.get('Rollout checkout').spec.template.spec.containers).toEqual([{ ...container, image: pulumi.unknown }]);
  });
});

describe('an analysis of the same program', () => {
  const urn = 'urn:pulumi:dev::shop::rolloutkit:index:SuccessRateAnalysis::success';

  test('is itself where its output `existing` is given, as in a program in TypeScript', async () => {
    const { existing } = await make('SuccessRateAnalysis', 'success', { atLeast: 99 });
    await canary({ analyses: [{ existing: told({ value: existing, by: [urn] }) }] });
    expect(strategyOf().steps[2].analysis.templates).toEqual([{ templateName: 'success' }]);
    // its questions are known: what guards the rollout throughout is another form of them
    expect(strategyOf().analysis.templates).toEqual([{ templateName: 'checkout-guard' }]);
    expect(registered.has('AnalysisTemplate checkout-guard')).toBe(true);
  });

  test('is itself where a language gives the component', async () => {
    await make('SuccessRateAnalysis', 'success', { atLeast: 99 });
    await canary({ analyses: [urn] });
    expect(registered.has('AnalysisTemplate checkout-guard')).toBe(true);
  });

  test('is a template of somebody else where no component is known, and gets what it needs', async () => {
    const { existing } = await make('SuccessRateAnalysis', 'success', { atLeast: 99 });
    plugin = new ComponentPlugin({ schema, version: '1.2.3' });
    await canary({ analyses: [{ existing }] });
    expect(strategyOf().analysis).toMatchObject({ templates: [{ templateName: 'success' }], args: [{ name: 'canary-hash' }, { name: 'namespace' }, { name: 'rollout' }] });
    expect(registered.has('AnalysisTemplate checkout-guard')).toBe(false);
  });
});

describe('fails', () => {
  test('on a secret where the structure depends on it', async () => {
    await expect(canary({ ramp: told({ value: { stages: [50] }, secret: true }) })).rejects.toThrow('ramp: must be a plain value, since what is written depends on it, got an Output');
  });

  test('on a component that is not there: the plug-in is too old', async () => {
    await expect(make('TrunkRollout', 'checkout', {})).rejects.toThrow('rolloutkit has no component TrunkRollout: its plug-in is older than the program; install the version that the program was made for');
  });

  test('on a name that another component has in the same cluster', async () => {
    const reference = (name: string) => `urn:pulumi:dev::shop::pulumi:providers:kubernetes::${name}::id`;
    const cluster = (name: string) => ({ providers: { kubernetes: new DependencyProviderResource(reference(name)) } });
    const named = (component: string, options: pulumi.ComponentResourceOptions) =>
      make('CanaryRollout', component, { template, namespace: 'shop', name: 'checkout' }, options);
    await named('east', cluster('east'));
    await named('west', cluster('west'));
    await expect(named('other', cluster('east'))).rejects.toThrow('name: must be a name of its own, got one of which CanaryRollout east has the Rollout checkout');
  });
});
