import { Duration } from 'cdk8s';
import type { Chart } from 'cdk8s';
import { ABTestRollout, Analysis, Audience, Catastrophe, Controller, NginxTraffic, Promotion, Ramp, Stage, Step } from 'rolloutkit';
import { analysisOf, blueGreenOf, canaryOf, errorsOf, specOf, wordsOf } from './rendered';

const minutes = (count: number) => ({ hold: Duration.minutes(count) });

describe('a ramp becomes the shares of Flagger', () => {
  test('where nobody asks for one: 5 % more every minute up to half of the traffic, and the second failed check takes it back', () => {
    expect(analysisOf(canaryOf())).toEqual({ interval: '1m', threshold: 2, stepWeight: 5, maxWeight: 50 });
  });

  test.each([
    ['equal steps', Ramp.stages([20, 40, 60, 80], minutes(5)), { stepWeight: 20, maxWeight: 80 }],
    ['one stage', Ramp.stages([50], minutes(5)), { stepWeight: 50, maxWeight: 50 }],
    ['a linear ramp', Ramp.linear({ increment: 10, every: Duration.minutes(5) }), { stepWeight: 10, maxWeight: 90 }],
    ['all of the traffic at the end, which is implied', Ramp.stages([25, 50, 100], minutes(5)), { stepWeight: 25, maxWeight: 50 }],
    ['unequal steps', Ramp.stages([5, 25, 50], minutes(5)), { stepWeights: [5, 25, 50] }],
    ['an exponential ramp', Ramp.exponential({ start: 10, every: Duration.minutes(5) }), { stepWeights: [10, 20, 40, 80] }],
    ['steps that begin late', Ramp.stages([50, 60], minutes(5)), { stepWeights: [50, 60] }],
    ['all of the traffic as a stage', Ramp.of([Stage.at(50, minutes(5)), Stage.at(100, minutes(5))]), { stepWeight: 50, maxWeight: 100 }],
  ])('%s', (_, ramp, shares) => {
    expect(analysisOf(canaryOf({ ramp }))).toEqual({ interval: '5m', threshold: 1, ...shares });
  });

  test('steps that say no more than a ramp', () => {
    const steps = [Step.weight(20), Step.hold(Duration.seconds(90)), Step.weight(50), Step.hold(Duration.seconds(90))];
    expect(analysisOf(canaryOf({ steps }))).toEqual({ interval: '90s', threshold: 1, stepWeights: [20, 50] });
  });
});

describe('a hold becomes the time between two checks', () => {
  test('the longest one where they differ, which is told', () => {
    const ramp = Ramp.of([Stage.at(20, minutes(1)), Stage.at(50, minutes(2))]);
    expect(analysisOf(canaryOf({ ramp }))).toMatchObject({ interval: '2m', threshold: 1, stepWeights: [20, 50] });
    expect(wordsOf(canaryOf({ ramp }))).toEqual([
      'warning ramp.stages[0].hold: is held for 2 min as all other stages are, got 1 min: Flagger holds every stage equally long; '
      + 'give all stages the same time, or leave it to Argo Rollouts (property)',
    ]);
  });

  test('interval and threshold of the controller come first', () => {
    expect(analysisOf(canaryOf({}, { interval: Duration.seconds(30), threshold: 5 }))).toEqual({ interval: '30s', threshold: 5, stepWeight: 5, maxWeight: 50 });
  });

  test('fails on what Flagger would take for ten seconds', () => {
    expect(errorsOf(canaryOf({ ramp: Ramp.stages([20], { hold: Duration.seconds(5) }) }))).toEqual([
      '[test/checkout] ramp.stages[0].hold: must be at least 10 s, since Flagger takes a shorter time for that, got 5 s; write Duration.seconds(10)',
    ]);
    expect(() => Controller.flagger({ interval: Duration.seconds(5) })).toThrow('interval: must be at least 10 s, since Flagger takes a shorter time for that, got 5 s');
  });
});

describe('fails on what would be stuck, or send everybody to the new version', () => {
  test('a canary without a router', () => {
    expect(errorsOf(canaryOf({ traffic: undefined }))).toEqual([
      '[test/checkout] traffic: must be given for a canary of Flagger, which without a router moves no share of the traffic, got none; '
      + 'name what splits the traffic, such as GatewayApiTraffic, or make it a BlueGreenRollout',
    ]);
  });

  test.each([[[20, 20]], [[50, 20]], [[20, 40, 30]]])('shares that do not grow: %j', weights => {
    const [error] = errorsOf(canaryOf({ ramp: Ramp.stages(weights, minutes(5)) }));
    expect(error).toMatch(/ramp\.stages\[[12]\]\.weight: must be more than \d+, the share before it, got \d+: Flagger would stay there for ever/);
  });

  test.each([
    ['an audience beside shares', { ramp: Ramp.of([Stage.forAudience(Audience.header('x-internal').isExactly('true'), minutes(5)), Stage.at(50, minutes(5))]) }, 'weight: cannot follow an audience'],
    ['a step that is none of a ramp', { steps: [Step.weight(20), Step.hold(Duration.minutes(1)), Step.hold(Duration.minutes(1))] }, 'cannot be said to Flagger'],
  ])('%s', (_, props, said) => {
    expect(errorsOf(canaryOf(props)).join('\n')).toContain(said);
  });
});

const tested = (chart: Chart, audience: Audience, duration?: Duration) => new ABTestRollout(chart, 'checkout', {
  controller: Controller.flagger(),
  containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }],
  traffic: new NginxTraffic({ hosts: ['shop.example.com'] }),
  audience,
  duration,
  catastrophe: Catastrophe.ignored(),
  analyses: duration === undefined ? [Analysis.successRate()] : [],
});

describe('an A/B test becomes checks of an audience', () => {
  test('as many as fit into its time, or ten', () => {
    const internal = Audience.header('x-internal').isExactly('true');
    const match = [{ headers: { 'x-internal': { exact: 'true' } } }];
    expect(analysisOf(chart => tested(chart, internal))).toMatchObject({ interval: '1m', threshold: 2, iterations: 10, match });
    expect(analysisOf(chart => tested(chart, internal, Duration.seconds(150)))).toEqual({ interval: '1m', threshold: 2, iterations: 3, match });
  });

  test('fails on an audience that the router cannot tell', () => {
    expect(errorsOf(chart => tested(chart, Audience.cookie('group').isExactly('b')))[0]).toContain('audience: must be a header behind ingress-nginx');
    expect(errorsOf(chart => tested(chart, Audience.header('x-internal').startsWith('t')))).toEqual([]);
  });
});

describe('a blue-green asks so many times, and then the traffic goes over at once', () => {
  test('ten times, or as often as the controller is told', () => {
    expect(analysisOf(blueGreenOf())).toEqual({ interval: '1m', threshold: 2, iterations: 10 });
    expect(analysisOf(blueGreenOf({}, { iterations: 3, interval: Duration.minutes(2) }))).toMatchObject({ interval: '2m', iterations: 3 });
  });

  test('without a router Services alone are exchanged', () => {
    expect(specOf(blueGreenOf()).provider).toBe('kubernetes');
    expect(specOf(blueGreenOf({ traffic: new NginxTraffic({ hosts: ['shop.example.com'] }) }))).toMatchObject({ provider: 'nginx', ingressRef: { name: 'checkout' } });
  });

  test('fails on copies of requests that nobody makes', () => {
    expect(errorsOf(blueGreenOf({ mirrorPercent: 50 }))).toEqual([
      '[test/checkout] mirrorPercent: needs traffic that copies requests in a blue-green, and for Flagger kubernetes does not; '
      + 'choose IstioTraffic or GatewayApiTraffic for traffic, or drop it',
    ]);
  });
});

describe('who decides', () => {
  const gates = 'http://flagger-loadtester.test';
  const hooks = (program: (chart: Chart) => unknown) => analysisOf(program).webhooks;

  test('a promotion by hand is asked for at the gates', () => {
    expect(hooks(canaryOf({ promotion: Promotion.manual() }, { gates }))).toEqual([
      { name: 'promotion-approval', type: 'confirm-promotion', url: `${gates}/gate/check` },
    ]);
  });

  test('fails without anybody to ask', () => {
    expect(errorsOf(canaryOf({ promotion: Promotion.manual() }))).toEqual([
      '[test/checkout] promotion: must be asked of somebody: Flagger itself has nothing that a person could approve; '
      + 'write Controller.flagger({ gates: "http://flagger-loadtester.test" }), whose gates kubectl can open',
    ]);
  });

  test('an approval of every stage is asked for before each, and of some of them cannot be', () => {
    const stage = (weight: number, approval: boolean) => Stage.at(weight, { hold: Duration.minutes(1), approval });
    const all = { ramp: Ramp.of([stage(20, true), stage(40, true)]) };
    expect(hooks(canaryOf(all, { gates }))).toEqual([{ name: 'stage-approval', type: 'confirm-traffic-increase', url: `${gates}/gate/check` }]);
    expect(wordsOf(canaryOf(all, { gates }))[0]).toContain('is asked for before the first share of the traffic as well');
    expect(errorsOf(canaryOf({ ramp: Ramp.of([stage(20, true), stage(40, false)]) }, { gates }))[0]).toContain('must be asked for at every stage or at none');
  });

  test('what is frozen is suspended, or waits at the gates', () => {
    expect(specOf(canaryOf({ freeze: 'end of the quarter' })).suspend).toBe(true);
    expect(hooks(canaryOf({ freeze: 'end of the quarter' }, { gates }))).toEqual([{ name: 'freeze', type: 'confirm-rollout', url: `${gates}/gate/check` }]);
  });

  test('a release may be taken back by hand', () => {
    expect(hooks(canaryOf({}, { gates, manualRollback: true }))).toEqual([{ name: 'manual-rollback', type: 'rollback', url: `${gates}/rollback/check` }]);
  });
});

describe('how long a bad version has traffic is said', () => {
  const asks = { analyses: [Analysis.successRate()] };

  test.each([
    ['the default', {}, '1 min and takes a release back at the check after 2 failed, of all questions together, where no answer is a failed one: a bad version has traffic for 3 min'],
    ['five minutes a stage', { ramp: Ramp.stages([20, 40], minutes(5)) }, '5 min and takes a release back at the check after 1 failed, of all questions together, where no answer is a failed one: a bad version has traffic for 10 min'],
  ])('%s', (_, props, said) => {
    expect(wordsOf(canaryOf({ ...asks, ...props }))).toEqual([expect.stringContaining(`info controller: asks everything every ${said}`)]);
  });
});
