import { Duration, Lazy } from 'cdk8s';
import { Action, Arg, Gate, Hook, LoadTestTask, ManualGateState, Ramp } from 'rolloutkit';
import type { HelmTestOptions, LoadTestOptions, ManualGateOptions } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, metricOf, named, switchedBlueGreen, synthesize } from '../render';
import type { Written } from '../render';

const ramp = Ramp.stages([20]);
const metric = (action: Action): Written => metricOf(checkoutManifests({ ramp, hooks: [Hook.duringTraffic(action)] }), `checkout-${action.actionName}`, action.actionName);
const metadata = (action: Action): Written => metric(action).provider.web.jsonBody.metadata;
const command = 'hey -z 1m http://checkout-canary.shop/';

describe('a load test', () => {
  test('is a POST of Argo Rollouts as Flagger sends it, whose status is the answer', () => {
    expect(metric(Action.loadTest({ command }))).toEqual({
      name: 'load-test',
      count: 1,
      failureLimit: 0,
      consecutiveErrorLimit: 0,
      successCondition: 'result == "answered"',
      provider: {
        web: {
          method: 'POST',
          url: 'http://flagger-loadtester.test/',
          jsonBody: { name: '{{args.rollout}}', namespace: '{{args.namespace}}', phase: 'Progressing', metadata: { type: 'cmd', cmd: command } },
          jsonPath: 'answered',
        },
      },
    });
  });

  test('is told the name and the namespace of the release by arguments of its template', () => {
    const manifests = checkoutManifests({ ramp, hooks: [Hook.duringTraffic(Action.loadTest({ command: 'curl {{args.canary-service}}/{{args.path}}', args: [Arg.value('path', 'cart')] }))] });
    expect(named(manifests, 'AnalysisTemplate', 'checkout-load-test').spec.args).toEqual([
      { name: 'namespace', value: 'shop' }, { name: 'rollout', value: 'checkout' }, { name: 'canary-service', value: 'checkout-canary' }, { name: 'path', value: 'cart' },
    ]);
  });

  test('has every option there is', () => {
    const { initialDelay, consecutiveErrorLimit, provider: { web } } = metric(Action.loadTest({
      name: 'load', command, address: 'https://load.tools:8443', insecure: true, timeout: Duration.seconds(30), retries: 2, logOutput: true, initialDelay: Duration.seconds(5), metadata: { team: 'shop' },
    }));
    expect([initialDelay, consecutiveErrorLimit]).toEqual(['5s', 2]);
    expect(web).toMatchObject({ url: 'https://load.tools:8443', insecure: true, timeoutSeconds: 30 });
    expect(web.jsonBody.metadata).toEqual({ type: 'cmd', cmd: command, logCmdOutput: 'true', team: 'shop' });
  });

  test.each<[string, LoadTestOptions, number | undefined]>([
    ['a command of the shell', { command }, undefined],
    ['a command of bash', { command, task: LoadTestTask.BASH }, 180],
    ['kubectl', { command: 'get pods', task: LoadTestTask.KUBECTL }, 180],
    ['nGrinder', { task: LoadTestTask.NGRINDER, metadata: { server: 'http://ngrinder', clone: '12', username: 'a', passwd: 'Yg==' } }, undefined],
  ])('waits for %s as long as it runs, or not at all', (_, options, seconds) => {
    expect(metric(Action.loadTest(options)).provider.web.timeoutSeconds).toBe(seconds);
  });

  test('of nGrinder is described without a command', () => {
    const described = { server: 'http://ngrinder', clone: '12', username: 'a', passwd: 'Yg==', pollInterval: '5s' };
    expect(metadata(Action.loadTest({ task: LoadTestTask.NGRINDER, metadata: described }))).toEqual({ type: 'ngrinder', ...described });
  });

  test('may hold a command that is not known before the synth', () => {
    expect(typeof metadata(Action.loadTest({ command: `hey ${Lazy.any({ produce: () => 'later' })}` })).cmd).toBe('string');
  });

  const described = 'describe the task by metadata: server, clone, username, passwd';
  test.each<[string, LoadTestOptions, string]>([
    ['nothing to run', {}, 'command: must say what is run, got none; write for example hey -z 1m http://checkout-canary.shop/'],
    ['an empty command, which bash would end well', { command: ' ', task: LoadTestTask.BASH }, 'command: must say what is run, got " "; write for example curl -sf http://checkout-canary.shop/'],
    ['a program among its arguments', { command: 'helm test checkout', task: LoadTestTask.HELM }, 'command: must be the arguments of helm alone, got "helm test checkout"; write "test checkout"'],
    ['a command that nobody reads', { command, task: LoadTestTask.NGRINDER, metadata: { server: 'a', clone: '1', username: 'b', passwd: 'c' } }, `command: is not read for a task of ngrinder, got "${command}"; ${described}`],
    ['a task that is not described', { task: LoadTestTask.NGRINDER, metadata: { server: 'a', username: 'b', passwd: 'c' } }, `metadata.clone: must be given for a task of ngrinder, got none; ${described}`],
    ['metadata that an option says', { command, metadata: { cmd: 'hey' } }, 'metadata.cmd: must not be given, since another option says it; write command instead'],
    ['output that is written anyway', { command, task: LoadTestTask.BASH, logOutput: true }, 'logOutput: does nothing for a task of bash; leave it out'],
    ['an address without a scheme', { command, address: 'flagger-loadtester.test' }, 'address: must begin with http:// or https://, got "flagger-loadtester.test"; write "http://flagger-loadtester.test"'],
    ['a timeout of half a second', { command, timeout: Duration.millis(500) }, 'timeout: must be a whole number of seconds, at least 1, got 0.5; write 1 second'],
    ['retries below none', { command, retries: -1 }, 'retries: must be a whole number of at least 0, got -1; write 0'],
    ['a name that no object can have', { command, name: 'Load' }, 'name: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "Load"; write "load"'],
  ])('fails with %s', (_, options, message) => {
    expect(refusal(() => Action.loadTest(options))).toBe(`Action.loadTest: ${message}`);
  });
});

describe('a Helm test', () => {
  test('runs in the namespace of the rollout, and gives up before whoever called does', () => {
    const action = Action.helmTest({ release: 'checkout' });
    expect(metadata(action)).toEqual({ type: 'helmv3', cmd: 'test checkout --namespace {{args.namespace}} --timeout 180s' });
    expect(metric(action).provider.web.timeoutSeconds).toBe(190);
  });

  test('has every option there is', () => {
    const action = Action.helmTest({ release: 'checkout', releaseNamespace: 'tests', arguments: ['--logs', '--filter', 'name=smoke'], timeout: Duration.minutes(1), address: 'http://load.tools/' });
    expect(metadata(action).cmd).toBe('test checkout --namespace tests --timeout 60s --logs --filter name=smoke');
    expect(metric(action).provider.web).toMatchObject({ url: 'http://load.tools/', timeoutSeconds: 70 });
  });

  test.each<[string, Partial<HelmTestOptions>, string]>([
    ['a release that no release can be called', { release: 'My App' }, 'release: must be the name of a release, at most 53 lower-case letters, digits, dashes and dots, got "My App"; write it as helm list shows it'],
    ['a namespace that none can be called', { releaseNamespace: 'Shop' }, 'releaseNamespace: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "Shop"; write "shop"'],
    ['an argument that would be two', { arguments: ['--filter name=smoke'] }, 'arguments[0]: must be one argument without spaces, got "--filter name=smoke"; write each argument by itself, such as "--filter", "name=smoke"'],
    ['a time in the arguments', { arguments: ['--timeout=5m'] }, 'arguments[0]: must not be --timeout, which another option says, got "--timeout=5m"; write timeout instead'],
    ['a namespace in the arguments', { arguments: ['-n', 'shop'] }, 'arguments[0]: must not be -n, which another option says, got "-n"; write releaseNamespace instead'],
    ['a timeout of no time', { timeout: Duration.seconds(0) }, 'timeout: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second'],
  ])('fails with %s', (_, options, message) => {
    expect(refusal(() => Action.helmTest({ release: 'checkout', ...options }))).toBe(`Action.helmTest: ${message}`);
  });
});

describe('a manual gate', () => {
  const web = (options: ManualGateOptions = {}) => metric(Action.manualGate(options)).provider.web;

  test('is asked for by Argo Rollouts until it is open: a status that is not good is an error, after which it asks again', () => {
    const { provider, ...rest } = metric(Action.manualGate());
    expect(rest).toEqual({ name: 'manual-gate', count: 1, failureLimit: 0, consecutiveErrorLimit: 2147483647, successCondition: 'result == "answered"' });
    expect(provider.web).toEqual({
      method: 'POST', url: 'http://flagger-loadtester.test/gate/check', jsonBody: { name: '{{args.rollout}}', namespace: '{{args.namespace}}', phase: 'Progressing' }, jsonPath: 'answered',
    });
  });

  test('can be closed or open whatever anybody says', () => {
    expect([ManualGateState.HALTED, ManualGateState.APPROVED].map(state => web({ state, address: 'http://load.tools' }).url)).toEqual(['http://load.tools/gate/halt', 'http://load.tools/gate/approve']);
  });

  test('stands wherever a release can wait, and nothing is said of it', () => {
    const gate = Action.manualGate();
    const hooks = [Hook.beforeTraffic(gate), Hook.duringTraffic(gate), Hook.beforePromotion(gate)];
    expect(checkoutCanary({ ramp, hooks }).steps.filter((step: Written) => step.analysis !== undefined)).toHaveLength(3);
    expect(switchedBlueGreen({ hooks: [Hook.beforePromotion(gate)] }).prePromotionAnalysis.templates).toEqual([{ templateName: 'checkout-manual-gate' }]);
    expect(synthesize(chart => checkout(chart, { ramp, hooks })).words).toBe('');
  });

  test('fails beside the stages, where nothing waits for it', () => {
    expect(findingsOf(chart => checkout(chart, { gates: [Gate.throughout(Action.manualGate())] }))).toEqual([
      expect.stringContaining('gates[0]: lets nobody wait for "manual-gate", which stands beside the stages there; use Hook.beforeTraffic, Hook.duringTraffic or Hook.beforePromotion'),
    ]);
  });

  test('fails at an address without a scheme', () => {
    expect(refusal(() => Action.manualGate({ address: '//load.tools' }))).toBe('Action.manualGate: address: must begin with http:// or https://, got "//load.tools"; write "http://load.tools"');
  });
});

function refusal(make: () => unknown): string {
  try {
    make();
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
}
