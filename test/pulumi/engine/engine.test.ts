import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { runProgram } from './engine';
import type { EngineRun } from './run';
import { reference, secret, UNKNOWN } from './values';

const SHOP = 'urn:pulumi:dev::shop::shop:index:Shop::checkout';
const ROLLOUT = 'urn:pulumi:dev::shop::kubernetes:argoproj.io/v1alpha1:Rollout::checkout';

/** Side by side: no run knows of another. */
function runAll(...programs: readonly string[]): Promise<EngineRun[]> {
  return Promise.all(programs.map(each => runProgram(each)));
}

describe('what a program registers', () => {
  let run: EngineRun;
  beforeAll(async () => { run = await runProgram(require.resolve('./programs/options')); });

  test('is told in order, with the stack in front, and the program ends well', () => {
    expect(run.resources.map(({ type, name }) => `${type} ${name}`)).toEqual([
      'pulumi:pulumi:Stack shop-dev',
      'pulumi:providers:kubernetes cluster',
      'shop:index:Shop checkout',
      'kubernetes:v1:Service checkout',
      'kubernetes:argoproj.io/v1alpha1:AnalysisTemplate analysis',
      'kubernetes:argoproj.io/v1alpha1:Rollout checkout',
    ]);
    expect(run).toMatchObject({ exitCode: 0, failed: false, stdout: '', stderr: '', messages: [] });
  });

  test('has its parent in its URN', () => {
    const { urn, parent, custom } = run.resource('Rollout', 'checkout');
    expect({ urn, parent, custom }).toEqual({
      urn: 'urn:pulumi:dev::shop::shop:index:Shop$kubernetes:argoproj.io/v1alpha1:Rollout::checkout',
      parent: SHOP,
      custom: true,
    });
    expect(run.resource('Shop', 'checkout')).toMatchObject({ urn: SHOP, parent: run.resources[0].urn, custom: false });
  });

  test('depends on what it waits for, and by property on what it uses', () => {
    const [service, analysis] = [run.resource('Service', 'checkout').urn, run.resource('AnalysisTemplate', 'analysis').urn];
    const { dependencies, propertyDependencies } = run.resource('Rollout', 'checkout');
    expect({ dependencies, propertyDependencies }).toEqual({ dependencies: [service, analysis], propertyDependencies: { metadata: [service] } });
  });

  test('has its options', () => {
    expect(run.resource('Service', 'checkout').ignoreChanges).toEqual(['spec.selector']);
    expect(run.resource('Rollout', 'checkout')).toMatchObject({
      provider: run.resource('kubernetes', 'cluster').urn,
      protect: true,
      retainOnDelete: true,
      deleteBeforeReplace: false,
      customTimeouts: { create: '20m', delete: '5m' },
      aliases: [{ name: 'old-checkout', parent: SHOP }, ROLLOUT],
    });
  });

  test('has its hooks, which are not called unless that is asked for', () => {
    expect(run.hooks).toEqual([{ name: 'ready', onDryRun: false, ignoreErrors: true }]);
    expect(run.resource('Rollout', 'checkout').hooks).toEqual({ afterCreate: ['ready'] });
    expect(run.hookCalls).toEqual([]);
  });

  test('has no option that it was not given', () => {
    const { name, inputs, urn, type, custom, ...options } = run.resources[0];
    expect(options).toEqual({
      dependencies: [],
      propertyDependencies: {},
      ignoreChanges: [],
      replaceOnChanges: [],
      additionalSecretOutputs: [],
      aliases: [],
      hooks: {},
      transforms: 0,
    });
  });

  test('has its outputs, in which a resource is a reference', () => {
    expect(run.outputs[SHOP]).toEqual({ rollout: reference(run.resource('Rollout', 'checkout').urn), url: 'http://checkout' });
  });

  test('fails to be found where it is not', () => {
    expect(() => run.resource('Service', 'check')).toThrow('expected one Service named check, got none among:\nStack shop-dev\nkubernetes cluster');
  });
});

describe('a value', () => {
  const options = { secretConfig: { token: 'hush' }, environment: { CLUSTER: 'east' }, outputs: { settings: { data: { mode: 'slow' } } } };
  const others = [{ name: 'TOKEN', value: secret('hush') }, { name: 'LOGIN', value: secret('shop') }, { name: 'CLUSTER', value: 'east' }];
  let runs: readonly EngineRun[];
  const inputs = () => runs.map(run => run.resource('Rollout', 'checkout').inputs);

  beforeAll(async () => {
    const different = [{ config: { replicas: '3' } }, { dryRun: true }];
    runs = await Promise.all(different.map(each => runProgram(require.resolve('./programs/values'), { ...options, ...each })));
  });

  test('is known when all is made, and a secret stays where it is', () => {
    expect(inputs()[0]).toMatchObject({ metadata: { annotations: { settings: 'settings' } } });
    expect(inputs()[0].spec).toEqual({
      replicas: 3,
      env: [{ name: 'MODE', value: 'slow' }, ...others],
      image: 'registry.example/checkout:settings-id',
    });
  });

  test('alone is unknown in a preview, where it depends on an id or on what comes from the making', () => {
    expect(inputs()[1]).toMatchObject({ metadata: { annotations: { settings: 'settings' } } });
    expect(inputs()[1].spec).toEqual({ env: [{ name: 'MODE', value: UNKNOWN }, ...others], image: UNKNOWN });
  });
});

describe('a program', () => {
  let runs: readonly EngineRun[];
  beforeAll(async () => {
    runs = await runAll(
      require.resolve('./programs/resource-error'),
      require.resolve('./programs/unhandled-error'),
      require.resolve('./programs/duplicate'),
      require.resolve('./programs/log-error'),
    );
  });

  test('fails on an error of a component: one message at its URN, without a stack', () => {
    const { exitCode, failed, messages } = runs[0];
    expect({ exitCode, failed, messages }).toEqual({
      exitCode: 32,
      failed: true,
      messages: [{ severity: 'error', urn: SHOP, text: 'replicas: must be at least 1, got 0' }],
    });
  });

  test('fails on an error of the program: one message that stands at nothing, with the stack', () => {
    const { exitCode, failed, messages } = runs[1];
    expect({ exitCode, failed, messages }).toEqual({
      exitCode: 32,
      failed: true,
      messages: [{ severity: 'error', text: expect.stringMatching(/unhandled exception:\nTypeError: no such shop: checkout\n.*unhandled-error\.ts:7:7/) }],
    });
  });

  test('fails on two resources with one URN', () => {
    const urn = 'urn:pulumi:dev::shop::kubernetes:v1:Service::checkout';
    const { failed, messages } = runs[2];
    expect({ failed, messages }).toEqual({
      failed: true,
      messages: [{ severity: 'error', urn, text: `Duplicate resource URN '${urn}'; try giving it a unique name` }],
    });
  });

  test('logs, and what it logs keeps its severity and its URN, and fails nothing', () => {
    const { messages, failed, stdout } = runs[3];
    expect(messages).toEqual([
      { severity: 'warning', urn: ROLLOUT, text: 'there is nothing to measure' },
      { severity: 'error', urn: ROLLOUT, text: 'it cannot work' },
      { severity: 'info', text: 'done' },
    ]);
    expect({ failed, stdout }).toEqual({ failed: false, stdout: 'said\n' });
  });
});

describe('a hook that throws', () => {
  const checked = { name: 'checked', urn: ROLLOUT, error: 'nobody could tell' };
  const warning = { severity: 'warning', urn: ROLLOUT, text: 'BeforeCreate hook "checked" failed: nobody could tell' };
  let runs: readonly EngineRun[];
  beforeAll(async () => {
    const outputs = { checkout: { status: { phase: 'Degraded' } } };
    const run = (dryRun: boolean) => runProgram(require.resolve('./programs/hook'), { callHooks: true, outputs, dryRun });
    runs = await Promise.all([run(false), run(true)]);
  });

  test('ends the run, with a message at the resource, unless its errors are to be ignored', () => {
    const { hookCalls, messages, failed } = runs[0];
    expect(hookCalls).toEqual([checked, { name: 'ready', urn: ROLLOUT, error: 'checkout-id is Degraded' }]);
    expect(messages).toEqual([warning, { severity: 'error', urn: ROLLOUT, text: 'after hook "ready" failed: checkout-id is Degraded' }]);
    expect(failed).toBe(true);
  });

  test('is not called in a preview, unless that is its wish', () => {
    const { hookCalls, messages, failed } = runs[1];
    expect({ hookCalls, messages, failed }).toEqual({ hookCalls: [checked], messages: [warning], failed: false });
  });
});

describe('nothing is left of a program, neither a process nor a port,', () => {
  const followers: { readonly engine: Promise<string[]>; readonly gone: Promise<unknown> }[] = [];
  const server = createServer(socket => followers.push({ engine: once(socket, 'data'), gone: once(socket, 'close') }));

  // Only the clock of the limit is not the real one: how long a program takes to start, nobody knows.
  beforeAll(async () => {
    jest.useFakeTimers({ doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'setInterval'] });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  afterAll(() => {
    jest.runAllTimers();
    jest.useRealTimers();
    server.close();
  });

  async function follow(ENDS: 'yes' | 'no') {
    const PORT = `${(server.address() as AddressInfo).port}`;
    const run = runProgram(require.resolve('./programs/followed'), { environment: { PORT, ENDS }, limitSeconds: 20 });
    const ended = run.then(({ exitCode, stdout }) => ({ exitCode, stdout }), (error: Error) => error.message);
    await Promise.race([once(server, 'connection'), ended]);
    const follower = followers.pop();
    return { ended, engine: await follower?.engine, gone: follower?.gone };
  }

  async function expectGone({ ended, gone, engine }: Awaited<ReturnType<typeof follow>>, end: unknown) {
    expect(await ended).toEqual(end);
    await gone;
    const [host, port] = `${engine}`.split(':');
    await expect(once(connect(+port, host), 'connect')).rejects.toThrow('ECONNREFUSED');
  }

  test('when it has ended', async () => {
    await expectGone(await follow('yes'), { exitCode: 0, stdout: 'started\n' });
  });

  test('when its time is over', async () => {
    const followed = await follow('no');
    jest.advanceTimersByTime(20_000);
    await expectGone(followed, 'the program did not end within 20 s; it wrote:\nstarted\n');
  });
});
