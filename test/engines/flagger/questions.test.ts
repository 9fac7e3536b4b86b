import type { Chart } from 'cdk8s';
import { Duration } from 'cdk8s';
import {
  Action, Analysis, AnalysisTemplate, Arg, Comparison, Controller, Gate, KnativeTraffic, NginxTraffic, NoData, PrometheusSource, QueryScope,
  RolloutDefaults, SuccessRateAnalysis,
} from 'rolloutkit';
import type { IAnalysis } from 'rolloutkit';
import { analysisOf, blueGreenOf, canaryOf, errorsOf, wordsOf } from './rendered';
import { checkout, manifestsOf, named } from '../../render';

const asking = (...analyses: IAnalysis[]) => canaryOf({ analyses });
const templateOf = (analysis: IAnalysis) => named(manifestsOf(chart => void asking(analysis)(chart)), 'MetricTemplate', `checkout-${analysis.analysisName}`).spec;
const rangeOf = (analysis: IAnalysis) => analysisOf(asking(analysis)).metrics[0].thresholdRange;

const pods = 'namespace="{{ namespace }}",pod=~"{{ target }}-[a-z0-9]+-[a-z0-9]+"';

describe('a question becomes a metric, and a template of its own for its query', () => {
  test('with the window that it is asked over', () => {
    const manifests = manifestsOf(chart => void asking(Analysis.successRate({ atLeast: 99.5, window: Duration.minutes(5) }))(chart));
    expect(named(manifests, 'Canary', 'checkout').spec.analysis.metrics[0]).toEqual({
      name: 'success-rate', templateRef: { name: 'checkout-success-rate' }, interval: '5m', thresholdRange: { min: 99.5 },
    });
    expect(named(manifests, 'MetricTemplate', 'checkout-success-rate').spec.provider).toEqual({ type: 'prometheus', address: 'http://prometheus:9090' });
  });

  test.each<[string, IAnalysis, object]>([
    ['the share of good requests', Analysis.successRate({ atLeast: 99 }), { min: 99 }],
    ['the share of bad ones', Analysis.errorRate({ atMost: 1 }), { max: 1 }],
    ['how long they take', Analysis.latency({ percentile: 95, atMost: Duration.millis(500) }), { max: 500 }],
    ['how many there are', Analysis.requestRate({ atLeast: 3 }), { min: 3 }],
    ['a query of one\'s own', Analysis.custom({ name: 'orders', query: 'sum(rate(orders_total[5m]))', atLeast: 3, scope: QueryScope.everything() }), { min: 3 }],
    ['restarts', Analysis.restarts({ atMost: 1 }), { max: 1 }],
    ['a comparison with the old version', Analysis.baseline({ of: Comparison.errorRate({ atMostAbove: 0.5 }) }), { max: 0.5 }],
  ])('%s: its good answers are a range', (_, analysis, range) => {
    expect(rangeOf(analysis)).toEqual(range);
  });

  test('the canary is known by the names of its pods, and both versions by theirs', () => {
    expect(templateOf(Analysis.requestRate({ atLeast: 1 })).query).toContain(`http_requests_total{${pods}}`);
    expect(templateOf(Analysis.requestRate({ atLeast: 1, scope: QueryScope.service() })).query).toContain('pod=~"{{ target }}(-primary)?-[a-z0-9]+-[a-z0-9]+"');
  });

  test('pods of a DaemonSet have shorter names', () => {
    const program = canaryOf({ analyses: [Analysis.requestRate({ atLeast: 1 })] }, { daemonSet: true });
    const { query } = named(manifestsOf(chart => void program(chart)), 'MetricTemplate', 'checkout-request-rate').spec;
    expect(query).toContain('pod=~"{{ target }}-[a-z0-9]+"');
  });

  test('arguments of one\'s own query become variables, and what every release knows is filled in', () => {
    const query = 'sum(rate(orders_total{shop="{{args.shop}}",pod=~"{{args.rollout}}-{{args.canary-hash}}-.*"}[5m]))';
    const analysis = Analysis.custom({ name: 'orders', query, atLeast: 1, args: [Arg.value('shop', 'north')] });
    expect(templateOf(analysis).query).toBe('sum(rate(orders_total{shop="{{ index variables "shop" }}",pod=~"{{ target }}-[a-z0-9]+-.*"}[5m]))');
    expect(analysisOf(asking(analysis)).metrics[0].templateVariables).toEqual({ shop: 'north' });
  });

  test('a shared question is one template, which every rollout refers to', () => {
    const program = (chart: Chart) => {
      RolloutDefaults.of(chart).use({ controller: Controller.flagger() });
      const shared = new SuccessRateAnalysis(chart, 'good-requests', { atLeast: 99 });
      checkout(chart, { traffic: new NginxTraffic({ hosts: ['shop.example.com'] }), analyses: [shared] });
    };
    const manifests = manifestsOf(program);
    expect(named(manifests, 'MetricTemplate', 'good-requests').spec.query).toContain('{{ target }}');
    expect(analysisOf(program).metrics[0].templateRef).toEqual({ name: 'good-requests' });
    expect(manifests.filter(({ kind }) => kind === 'MetricTemplate').map(({ metadata }) => metadata.name)).toEqual(['good-requests', 'checkout-restarts', 'checkout-out-of-memory']);
  });

  test('several questions under one name are as many templates', () => {
    const program = (chart: Chart) => {
      RolloutDefaults.of(chart).use({ controller: Controller.flagger() });
      const shared = new AnalysisTemplate(chart, 'health', { analyses: [Analysis.successRate(), Analysis.latency({ percentile: 99, atMost: Duration.millis(300) })] });
      checkout(chart, { traffic: new NginxTraffic({ hosts: ['shop.example.com'] }), analyses: [shared] });
    };
    expect(analysisOf(program).metrics.slice(0, 2).map((metric: { templateRef: object }) => metric.templateRef)).toEqual([{ name: 'health-success-rate' }, { name: 'health-latency' }]);
    expect(manifestsOf(program).filter(({ kind }) => kind === 'MetricTemplate').map(({ metadata }) => metadata.name)).toEqual(expect.arrayContaining(['health-success-rate', 'health-latency']));
  });
});

describe('no data', () => {
  const query = (noData?: NoData) => templateOf(Analysis.successRate({ atLeast: 99, noData, minimumRequests: 30 })).query;

  test('Flagger cannot wait for requests, so that however many there are are judged', () => {
    expect(query()).not.toContain('increase');
    expect(query()).not.toContain('or on()');
  });

  test('too few are a failed check where they are to be rejected', () => {
    expect(query(NoData.reject())).toMatch(/\nand sum\(increase\(.*\)\) >= 30$/);
  });

  test('and a good answer where they are to be accepted', () => {
    expect(query(NoData.accept())).toMatch(/^\([\s\S]*>= 30\)\nor on\(\) vector\(99\)$/);
  });
});

describe('conditions in the language of Argo Rollouts', () => {
  const verbatim = (conditions: object) => Analysis.custom({ name: 'own', query: 'sum(up)', ...conditions });

  test.each([
    [{ successCondition: 'result[0] >= 0.95' }, { min: 0.95 }],
    [{ successCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] <= 500' }, { max: 500 }],
    [{ successCondition: 'result[0] >= 3 && result[0] <= 9' }, { min: 3, max: 9 }],
    [{ failureCondition: 'result[0] < 0.9' }, { min: 0.9 }],
    [{ failureCondition: 'len(result) == 0 || result[0] > 7' }, { max: 7 }],
  ])('%j becomes a range', (conditions, range) => {
    expect(rangeOf(verbatim(conditions))).toEqual(range);
  });

  test('fails where they say more than a range does', () => {
    expect(errorsOf(asking(verbatim({ successCondition: 'result[0] >= 0.95 || len(result) == 0' })))).toEqual([
      expect.stringContaining('must say no more than between which numbers an answer is good, since Flagger compares it with a range'),
    ]);
  });
});

describe('what Flagger has no word for is told', () => {
  test.each([
    ['limits of one question', canaryOf({ analyses: [Analysis.successRate({ failureLimit: 3, interval: Duration.seconds(30) })] }),
      'warning analyses[0].interval: does nothing, nor does failureLimit: Flagger asks everything at every check and counts failures of all questions together'],
    ['a question of one stage', canaryOf({ gates: [Gate.atStage(25, Analysis.successRate())] }), 'warning gates[0]: is asked at every check from the first share of the traffic on'],
    ['a step to begin at', canaryOf({ gates: [Gate.throughout(Analysis.successRate(), { fromStep: 2 })] }), 'warning gates[0].fromStep: does nothing'],
    ['what is kept of a failed version', canaryOf({ keepAfterAbort: Duration.minutes(5) }), 'warning keepAfterAbort: keeps nothing'],
    ['questions after the switch', blueGreenOf({ analyses: [Analysis.successRate()] }), 'warning analyses[0]: is asked before the switch'],
    ['pods before the switch', blueGreenOf({ previewReplicas: 1 }), 'warning previewReplicas: does nothing'],
  ])('%s', (_, program, said) => {
    expect(wordsOf(program)).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
  });

  test.each([
    ['a Job', canaryOf({ analyses: [Action.job({ containers: [{ image: 'registry.example/smoke:1' }] })] }), 'analyses[0]: cannot be a Job, since Flagger runs none'],
    ['a dry run', canaryOf({ gates: [Gate.throughout(Analysis.successRate(), { dryRun: true })] }), 'gates[0].dryRun: cannot be had from Flagger, for which every question counts'],
    ['a template of which nothing is known', canaryOf({ analyses: [AnalysisTemplate.fromName('health')] }), 'names health, which is written elsewhere and says nothing of its answers'],
    ['an argument that is looked up', canaryOf({ analyses: [Analysis.custom({ name: 'own', query: 'sum(up{t="{{args.team}}"})', atLeast: 1, args: [Arg.field('team', 'metadata.labels[\'team\']')] })] }),
      'analyses[0].args: must give "team" a value, since Flagger looks up nothing else, got Arg.field'],
  ])('fails on %s', (_, program, said) => {
    expect(errorsOf(program)).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
  });
});

test('a Prometheus with an address of its own is asked', () => {
  const program = canaryOf({ analyses: [Analysis.successRate()], source: new PrometheusSource({ address: 'http://thanos:9090' }) });
  expect(named(manifestsOf(chart => void program(chart)), 'MetricTemplate', 'checkout-success-rate').spec.provider.address).toBe('http://thanos:9090');
});

describe('behind Knative', () => {
  const behind = (analysis: IAnalysis) => canaryOf({ traffic: new KnativeTraffic(), analyses: [analysis] });

  test('the canary is the latest revision', () => {
    const { query } = named(manifestsOf(chart => void behind(Analysis.requestRate({ atLeast: 1 }))(chart)), 'MetricTemplate', 'checkout-request-rate').spec;
    expect(query).toContain('pod=~"{{ route }}-deployment-[a-z0-9]+-[a-z0-9]+"');
  });

  test('fails on a question about the other one', () => {
    expect(errorsOf(behind(Analysis.baseline({ of: Comparison.errorRate() })))).toEqual([expect.stringContaining('analyses[0].of: cannot ask for the stable version behind Knative')]);
  });
});
