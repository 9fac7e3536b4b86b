import { Duration } from 'cdk8s';
import { Action, Arg, Hook, HttpMethod, LoadTestTask, Ramp, SecretReference, Stage, Step } from 'rolloutkit';
import { analysisOf, blueGreenOf, canaryOf, errorsOf, wordsOf } from './rendered';
import { checkout, findingsOf, manifestsOf, named } from '../../render';
import type { Written } from '../../render';

const ramp = Ramp.stages([20, 40], { hold: Duration.minutes(1) });
const smoke = Action.http({ name: 'smoke', url: 'http://tests.shop/smoke', method: HttpMethod.POST });
const gate = Action.manualGate();
const webhooksOf = (...hooks: Hook[]): Written => analysisOf(canaryOf({ ramp, hooks })).webhooks;
const toldOf = (...hooks: Hook[]): readonly string[] => wordsOf(canaryOf({ ramp, hooks })).filter(line => line.includes('hooks['));
const stopping = (...hooks: Hook[]): readonly string[] => errorsOf(canaryOf({ ramp, hooks }));

describe('a hook is a call of the type that comes at its moment', () => {
  test.each<[string, Hook, string]>([
    ['before the traffic', Hook.beforeTraffic(smoke), 'pre-rollout'],
    ['during the traffic', Hook.duringTraffic(smoke), 'rollout'],
    ['before the promotion', Hook.beforePromotion(smoke), 'confirm-promotion'],
    ['after the promotion', Hook.afterPromotion(smoke), 'post-rollout'],
    ['on a rollback', Hook.onRollback(smoke), 'post-rollout'],
  ])('%s', (_, hook, type) => {
    const call = { name: 'smoke', type, url: 'http://tests.shop/smoke' };
    expect(webhooksOf(hook)).toEqual([call]);
    expect(analysisOf(blueGreenOf({ hooks: [hook] })).webhooks).toEqual([call]);
  });

  test('and its options are those of the call', () => {
    const action = Action.http({ url: 'https://tests.shop/smoke', method: HttpMethod.POST, timeout: Duration.minutes(2), retries: 2, insecure: true });
    expect(webhooksOf(Hook.beforeTraffic(action))).toEqual([{ name: 'http', type: 'pre-rollout', url: 'https://tests.shop/smoke', timeout: '2m', retries: 2, disableTLS: true }]);
  });
});

describe('a load tester is told by the metadata of the call', () => {
  test('what to run, with the names that are known', () => {
    const command = 'hey -z 1m http://{{args.canary-service}}.{{ args.namespace }}/{{args.path}} {{args.rollout}} {{args.stable-service}}';
    expect(webhooksOf(Hook.duringTraffic(Action.loadTest({ command, args: [Arg.value('path', 'cart')] })))).toEqual([{
      name: 'load-test',
      type: 'rollout',
      url: 'http://flagger-loadtester.test/',
      metadata: { type: 'cmd', cmd: 'hey -z 1m http://checkout-canary.shop/cart checkout checkout-primary' },
    }]);
  });

  test('to wait for the end, as long as the call does', () => {
    const bash = Action.loadTest({ name: 'acceptance', command: 'curl -sf http://checkout-canary.shop/', task: LoadTestTask.BASH, timeout: Duration.seconds(90) });
    expect(webhooksOf(Hook.beforeTraffic(bash), Hook.beforeTraffic(Action.helmTest({ release: 'checkout' })))).toEqual([
      { name: 'acceptance', type: 'pre-rollout', url: 'http://flagger-loadtester.test/', timeout: '90s', metadata: { type: 'bash', cmd: 'curl -sf http://checkout-canary.shop/' } },
      { name: 'helm-test', type: 'pre-rollout', url: 'http://flagger-loadtester.test/', timeout: '190s', metadata: { type: 'helmv3', cmd: 'test checkout --namespace shop --timeout 180s' } },
    ]);
  });
});

describe('a manual gate is a call that Flagger waits for', () => {
  test.each<[string, Hook, string]>([
    ['before there are pods', Hook.beforeTraffic(gate), 'confirm-rollout'],
    ['before each share of the traffic', Hook.duringTraffic(gate), 'confirm-traffic-increase'],
    ['before the promotion', Hook.beforePromotion(gate), 'confirm-promotion'],
  ])('%s', (_, hook, type) => {
    expect(webhooksOf(hook)).toEqual([{ name: 'manual-gate', type, url: 'http://flagger-loadtester.test/gate/check' }]);
  });

  test('and nothing is said of it where it does what it does for Argo Rollouts', () => {
    expect(toldOf(Hook.beforeTraffic(gate), Hook.beforePromotion(gate))).toEqual([]);
  });

  test('and of that between the stages that it comes before the first of them as well', () => {
    expect(toldOf(Hook.duringTraffic(gate))).toEqual([expect.stringMatching(/^info hooks\[0\]: is asked for before the first share of the traffic as well: .*; open the gate once more than there are stages/)]);
  });

  test.each<[string, Hook]>([['after the promotion', Hook.afterPromotion(gate)], ['on a rollback', Hook.onRollback(gate)]])('fails %s', (_, hook) => {
    expect(stopping(hook)).toEqual([expect.stringContaining('hooks[0]: cannot wait for a person there: Flagger waits before there are pods of the new version, before a larger share of the traffic, and before the promotion; '
      + 'use Hook.beforeTraffic, Hook.duringTraffic or Hook.beforePromotion')]);
  });

  test('fails between stages that are none', () => {
    expect(errorsOf(blueGreenOf({ hooks: [Hook.duringTraffic(gate)] }))).toEqual([
      expect.stringContaining('hooks[0]: is never asked for, since the traffic goes over at once and no share of it is increased; use Hook.beforeTraffic or Hook.beforePromotion'),
    ]);
  });
});

describe('what a call does otherwise is said', () => {
  test('a confirmation is no failure', () => {
    expect(toldOf(Hook.beforePromotion(smoke))).toEqual([expect.stringMatching(/^info hooks\[0\]: is asked again at every check until it answers well, without an end: .*; use Hook.duringTraffic/)]);
  });

  test('a rollback is told by its phase alone', () => {
    expect(toldOf(Hook.onRollback(smoke))).toEqual([expect.stringMatching(/^info hooks\[0\]: is called after every release, also after a good one, .*; look at the phase, which is Failed then/)]);
  });

  test('a GET is a POST', () => {
    const action = Action.http({ url: 'http://tests.shop/smoke' });
    expect(toldOf(Hook.duringTraffic(action))).toEqual([expect.stringMatching(/^warning hooks\[0\]\.method: is a POST, got GET: Flagger sends nothing else; write method: HttpMethod.POST/)]);
  });
});

describe('fails on what a call cannot say', () => {
  const post = { url: 'http://tests.shop/smoke', method: HttpMethod.POST };
  const own = 'cannot be said to Flagger, which posts a body of its own and looks at the status alone; leave';

  test.each<[string, Action, string]>([
    ['headers', Action.http({ ...post, headers: { 'X-Team': 'shop' } }), `hooks[0].headers: ${own} headers out`],
    ['headers from Secrets', Action.http({ ...post, secretHeaders: { Authorization: SecretReference.named('tests') } }), `hooks[0].headers: ${own} headers out`],
    ['a body', Action.http({ ...post, body: 'x' }), `hooks[0].body: ${own} body out`],
    ['a body of JSON', Action.http({ ...post, json: '{}' }), `hooks[0].json: ${own} json out`],
    ['a condition on the answer', Action.http({ ...post, jsonPath: '{$.a}', successCondition: 'result == 1' }), `hooks[0].jsonPath: ${own} jsonPath out`],
    ['a token', Action.http({ ...post, oauth2: { tokenUrl: 'https://login.example/', clientId: 'a', clientSecret: SecretReference.named('b') } }), `hooks[0].oauth2: ${own} oauth2 out`],
    ['a delay', Action.http({ ...post, initialDelay: Duration.seconds(30) }), 'hooks[0].initialDelay: cannot be said to Flagger, which calls at once; leave it out, or let whoever is called wait'],
    ['a hash', Action.loadTest({ command: 'hey {{args.canary-hash}}' }), 'hooks[0]: says {{args.canary-hash}}, which Flagger does not fill in: a call is made as it is written; leave it out, or give it a value with Arg.value("canary-hash", ...)'],
    ['a Job', Action.job({ containers: [{ image: 'registry.example/smoke-test:1' }] }), 'hooks[0]: cannot be a Job, since Flagger runs none; let somebody run it who can be called: Action.http, or Action.loadTest and Action.helmTest with its load tester beside checkout'],
  ])('%s', (_, action, message) => {
    expect(stopping(Hook.duringTraffic(action))).toEqual([expect.stringContaining(message)]);
  });

  test('a namespace that is not known', () => {
    const program = canaryOf({ ramp, hooks: [Hook.beforeTraffic(Action.helmTest({ release: 'checkout' }))] });
    expect(findingsOf(chart => void program(chart), {})).toEqual([expect.stringContaining('hooks[0]: says {{args.namespace}}, which Flagger does not fill in: a call is made as it is written; give the chart a namespace')]);
  });

  test('one of the stages', () => {
    const message = 'cannot wait for one of the stages, since a call of Flagger does not know at which one it is; use Hook.duringTraffic, which calls at every stage';
    expect(errorsOf(canaryOf({ ramp: Ramp.of([Stage.at(20, { analyses: [smoke] }), Stage.at(40)]) }))).toEqual([expect.stringContaining(`ramp.stages[0].analyses[0]: ${message}`)]);
    expect(errorsOf(canaryOf({ steps: [Step.weight(20), Step.analyze([smoke]), Step.weight(40)] }))).toEqual([expect.stringContaining(`steps[1].analyses[0]: ${message}`)]);
  });
});

test('the same hooks are analyses of Argo Rollouts', () => {
  const manifests = manifestsOf(chart => checkout(chart, { ramp, hooks: [Hook.beforeTraffic(Action.helmTest({ release: 'checkout' })), Hook.beforePromotion(gate)] }));
  expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.steps.filter((step: Written) => step.analysis !== undefined)).toHaveLength(2);
});
