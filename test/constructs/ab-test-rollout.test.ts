import { Duration } from 'cdk8s';
import type { Chart } from 'cdk8s';
import { ABTestRollout, Analysis, Audience, CanaryRollout, Gate, GatewayApiTraffic, NginxTraffic, Promotion, Ramp, Rollout, Stage, Strategy } from 'rolloutkit';
import type { ABTestRolloutProps, CanaryOptions } from 'rolloutkit';
import { readGraph } from '../../src/graph/graph';
import { formatStages, stageTable } from '../../src/report/stages';
import { findingsOf, manifestsOf, metricOf, named } from '../render';
import type { Written } from '../render';

const traffic = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
const containers = [{ image: 'registry.example/checkout:1', portNumber: 8080 }];
const audience = Audience.cookie('beta').isExactly('always');
const duration = Duration.days(1);
const props: ABTestRolloutProps = { containers, traffic, audience, duration };
const tested = (chart: Chart, changes: Partial<ABTestRolloutProps> = {}) => new ABTestRollout(chart, 'checkout', { ...props, ...changes });
const manifests = (changes?: Partial<ABTestRolloutProps>) => manifestsOf(chart => { tested(chart, changes); });
const stepsOf = (changes?: Partial<ABTestRolloutProps>): Written[] => named(manifests(changes), 'Rollout', 'checkout').spec.strategy.canary.steps;
const failing = (changes: Partial<ABTestRolloutProps>) => findingsOf(chart => { tested(chart, changes); }).map(line => line.replace('[test/checkout] ', ''));
const graphOf = (changes?: Partial<ABTestRolloutProps>) => readGraph(manifests(changes).map((manifest: Written) => ({ manifest })));
const tableOf = (changes?: Partial<ABTestRolloutProps>) => formatStages(stageTable(graphOf(changes).rollouts[0]));

const route = { setHeaderRoute: { name: 'checkout-audience', match: [{ headerName: 'cookie', headerValue: { regex: '^(.*; *)?beta=always(;.*)?$' } }] } };
const noRoute = { setHeaderRoute: { name: 'checkout-audience' } };
const day = { pause: { duration: '24h' } };
const end = [{ setCanaryScale: { weight: 100 } }, noRoute];
const gate = { analysis: expect.objectContaining({ templates: [{ templateName: 'checkout-success-rate' }] }) };

describe('an A/B test', () => {
  test('leads its audience to two pods for as long as it takes, and then everybody', () => {
    expect(stepsOf()).toEqual([{ setCanaryScale: { replicas: 2 } }, route, day, ...end]);
  });

  test('is watched throughout, and asks at its end what it was told to ask', () => {
    const written = manifests({ analyses: [Analysis.successRate()] });
    const { steps, analysis } = named(written, 'Rollout', 'checkout').spec.strategy.canary;
    expect(steps.slice(2)).toEqual([day, gate, ...end]);
    expect(analysis).toMatchObject({ templates: [{ templateName: 'checkout-guard' }], startingStep: 2 });
    expect(metricOf(written, 'checkout-guard', 'success-rate').successCondition).toBeUndefined();
  });

  test('without a duration goes on until there were enough good answers', () => {
    const analyses = [Analysis.successRate({ consecutiveSuccesses: 30 })];
    expect(stepsOf({ duration: undefined, analyses }).slice(1, 3)).toEqual([route, gate]);
  });

  test('may end with a person, until whose decision the audience keeps the new version', () => {
    expect(stepsOf({ promotion: Promotion.manual() }).slice(2)).toEqual([day, { pause: {} }, ...end]);
    expect(failing({ duration: undefined, promotion: Promotion.manual() })).toEqual([]);
  });

  test('may be followed by a ramp, every stage of which is gated as well', () => {
    expect(stepsOf({ ramp: Ramp.stages([25, 50], { hold: Duration.minutes(5) }), analyses: [Analysis.successRate()] })).toEqual([
      { setCanaryScale: { replicas: 2 } }, route, day, gate,
      { setCanaryScale: { weight: 25 } }, noRoute, { setWeight: 25 }, { setCanaryScale: { matchTrafficWeight: true } },
      { pause: { duration: '5m' } }, gate,
      { setWeight: 50 }, { pause: { duration: '5m' } }, gate,
    ]);
  });

  test('has the pods that it is told to have', () => {
    expect(stepsOf({ scale: { percent: 30 } })[0]).toEqual({ setCanaryScale: { weight: 30 } });
    expect(stepsOf({ minimumCanaryPods: 3 })[0]).toEqual({ setCanaryScale: { replicas: 3 } });
  });

  test('is the canary whose first stage is for that audience', () => {
    const canary = manifestsOf(chart => {
      new CanaryRollout(chart, 'checkout', { containers, traffic, ramp: Ramp.of([Stage.forAudience(audience, { hold: duration }), Stage.at(50)]) });
    });
    expect(manifests({ ramp: Ramp.stages([50]) })).toEqual(canary);
  });

  test('is the same by the value of its strategy', () => {
    const strategy = Strategy.abTest({ traffic, audience, duration });
    expect(manifestsOf(chart => { new Rollout(chart, 'checkout', { containers, strategy }); })).toEqual(manifests());
  });

  test('knows its Services', () => {
    const names: string[] = [];
    manifestsOf(chart => {
      const { stableService, canaryService } = tested(chart, { services: { stable: undefined } });
      names.push(stableService.name, canaryService.name);
    });
    expect(names).toEqual(['checkout', 'checkout-canary']);
  });

  test('is told as a table', () => {
    expect(tableOf({ ramp: Ramp.stages([25]), analyses: [Analysis.successRate()] })).toBe([
      'stage     stable version  canary  then',
      'start     100 %           0 %',
      'stage 1   100 %           0 %     2 canary pods; audience: cookie beta is always; hold 24 h; gate: success-rate; canary pods for 25 %; the audience ends',
      'stage 2   75 %            25 %    canary pods as the traffic needs; hold 5 min; gate: success-rate',
      'promoted  0 %             100 %   the new version is the stable one',
      'rollback  100 %           0 %     from every stage, by a failed analysis or a person',
    ].join('\n'));
  });
});

describe('what an A/B test cannot be', () => {
  test('fails without an audience and without a router, in a program that is not type-checked', () => {
    expect(failing({ audience: undefined })).toEqual(['audience: must be given, got none; write Audience.header or Audience.cookie']);
    expect(failing({ traffic: undefined, scale: { replicas: 3 } })).toEqual([
      'audience: needs traffic, which is left out: without a router the pods share all requests, whoever sends them; '
        + 'give traffic a router that routes by headers, such as GatewayApiTraffic or IstioTraffic, or leave the audience out',
      'scale: needs traffic, which is left out: without a router the number of canary pods is their share of the requests; give traffic a router, or leave the scale out',
    ]);
  });

  test('fails behind a router that cannot route by headers', () => {
    expect(failing({ traffic: new NginxTraffic({ hosts: ['shop.example.com'] }) })).toEqual([
      'audience: needs traffic that routes by headers, and traffic is nginx, behind which Argo Rollouts cannot; choose GatewayApiTraffic or IstioTraffic for traffic, or leave the audience out',
    ]);
  });

  test('fails when nothing would end it', () => {
    const endless = ['duration: must be given, since nothing else ends the test, got none; '
      + 'write how long it takes, such as Duration.days(7), or ask something in analyses, whose good answers end it'];
    expect(failing({ duration: undefined })).toEqual(endless);
    expect(failing({ duration: undefined, gates: [Gate.throughout(Analysis.latency())] })).toEqual(endless);
    expect(failing({ duration: undefined, ramp: Ramp.stages([50]), promotion: Promotion.manual() })).toEqual(endless);
    expect(failing({ duration: undefined, gates: [Gate.beforePromotion(Analysis.latency())] })).toEqual([]);
  });

  test('fails on a duration of nothing and a scale of nothing', () => {
    expect(failing({ duration: Duration.seconds(0), scale: {} })).toEqual([
      'duration: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second',
      'scale: exactly one of replicas, percent must be given, got none; keep the one you mean',
    ]);
  });

  test('fails on options of other strategies, and others on its own', () => {
    expect(failing({ steps: [], previewReplicas: 1 } as object)).toEqual([
      'steps: must hold at least one step, got none; begin with Step.weight(20), or leave it out for the default ramp',
      'steps: belongs to a canary, and this is an A/B test; drop it, or use a CanaryRollout',
      'previewReplicas: belongs to a blue-green, and this is an A/B test; drop it, or use a BlueGreenRollout',
    ]);
    const strategy = Strategy.canary({ audience } as CanaryOptions);
    expect(findingsOf(chart => { new Rollout(chart, 'checkout', { containers, strategy }); })).toEqual([
      '[test/checkout] strategy.audience: belongs to an A/B test, and this is a canary; drop it, or use an ABTestRollout',
    ]);
  });

  test('fails without a port, since requests are sent to it', () => {
    expect(failing({ containers: [{ image: 'registry.example/checkout:1' }] })).toEqual([
      'containers[0].portNumber: must be given, since gatewayApi sends requests to it, got none; write the port the container listens on, or use a CanaryRollout without traffic',
    ]);
  });
});
