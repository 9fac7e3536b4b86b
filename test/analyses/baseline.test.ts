import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { Analysis, BaselineAnalysis, Comparison, Experiment, Gate, NginxTraffic, Protocol, QueryScope, Ramp, Stage, Telemetry } from 'rolloutkit';
import type { ExperimentAnalysis } from 'rolloutkit';
import { parseQuery } from '../../src/promql/parse';
import { checkout, checkoutManifests, findingsOf, manifestsOf, metricOf, named, switched, synthesize } from '../render';
import type { Program } from '../render';

const metric = (analysis: Analysis) => metricOf(checkoutManifests({ analyses: [analysis] }), `checkout-${analysis.analysisName}`, analysis.analysisName);
const query = (analysis: Analysis): string => metric(analysis).provider.prometheus.query;
const pods = (version: string) => `namespace="{{args.namespace}}",pod=~"{{args.rollout}}-{{args.${version}-hash}}-[a-z0-9]+"`;
const bad = (version: string) => [
  `(sum(rate(http_requests_total{${pods(version)},status=~"5.."}[2m])) or vector(0))`, `  / sum(rate(http_requests_total{${pods(version)}}[2m]))`,
].join('\n');
const enough = (version: string, metricName = 'http_requests_total') => `and sum(increase(${metricName}{${pods(version)}}[2m])) >= 50`;
const all = [Comparison.errorRate(), Comparison.successRate(), Comparison.latency(), Comparison.latency({ atMostAbove: Duration.millis(50) })];

describe('the canary against the stable version', () => {
  test('error rates, by the percentage points between them', () => {
    expect(query(Analysis.baseline({ of: Comparison.errorRate() }))).toBe(
      ['(', `100 * (${bad('canary')})`, enough('canary'), ')', '- (', `100 * (${bad('stable')})`, enough('stable'), ')'].join('\n'));
  });

  test('success rates, so that more is worse as well', () => {
    expect(query(Analysis.baseline({ of: Comparison.successRate() }))).toBe(
      ['(', `100 * (1 - ${bad('stable')})`, enough('stable'), ')', '- (', `100 * (1 - ${bad('canary')})`, enough('canary'), ')'].join('\n'));
  });

  test('latencies, by how many times as long the canary takes', () => {
    const side = (version: string) => [
      `1000 * histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{${pods(version)}}[2m])))`,
      enough(version, 'http_request_duration_seconds_count'),
    ];
    expect(query(Analysis.baseline({ of: Comparison.latency({ percentile: 99 }) }))).toBe(['(', ...side('canary'), ')', '/ (', ...side('stable'), ')'].join('\n'));
    expect(query(Analysis.baseline({ of: Comparison.latency({ percentile: 99, atMostAbove: Duration.seconds(1) }) })))
      .toBe(['(', ...side('canary'), ')', '- (', ...side('stable'), ')'].join('\n'));
  });

  test('by the router that tells the two apart', () => {
    const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });
    const asked = metricOf(checkoutManifests({ traffic, telemetry: Telemetry.nginxIngress(), analyses: [Analysis.baseline({ of: Comparison.errorRate() })] }), 'checkout-baseline-error-rate', 'baseline-error-rate');
    expect(asked.provider.prometheus.query).toMatch(/canary=~"\{\{args\.namespace\}\}-\{\{args\.canary-service\}\}-\.\+".*- \(.*canary=""/s);
  });
});

test('both sides ask the same of their version, whatever is asked', () => {
  const comparison = fc.oneof(
    fc.constantFrom(Comparison.errorRate(), Comparison.successRate()),
    fc.integer({ min: 2, max: 99 }).map(percentile => Comparison.latency({ percentile })),
  );
  fc.assert(fc.property(comparison, fc.integer({ min: 60, max: 7200 }), fc.nat(1000), (of, seconds, minimumRequests) => {
    const asked = query(Analysis.baseline({ of, window: Duration.seconds(seconds), minimumRequests }));
    expect(parseQuery(asked).problem).toBeUndefined();
    const [first, second] = asked.split(/\n\)\n[-/] \(\n/);
    const swapped = (text: string) => text.replaceAll(/(canary|stable)-hash/g, '?');
    expect(swapped(`${first}\n)`)).toBe(swapped(`(\n${second}`));
    expect([first, second].map(side => /canary-hash|stable-hash/.exec(side)?.[0]).sort()).toEqual(['canary-hash', 'stable-hash']);
  }), { numRuns: 40 });
});

test('the limit is a point, a fifth or what is given, in the unit of the comparison', () => {
  const given = [Comparison.errorRate({ atMostAbove: 0.25 }), Comparison.successRate({ atMostBelow: 0 }), Comparison.latency({ atMostTimes: 2 })];
  expect([...all, ...given].map(of => metric(Analysis.baseline({ of })).failureCondition.split(' && ').at(-1))).toEqual(
    ['result[0] > 1', 'result[0] > 1', 'result[0] > 1.2', 'result[0] > 50', 'result[0] > 0.25', 'result[0] > 0', 'result[0] > 2']);
});

test('both versions are named to the template', () => {
  const { args } = named(checkoutManifests({ analyses: [Analysis.baseline({ of: Comparison.errorRate() })] }), 'AnalysisTemplate', 'checkout-baseline-error-rate').spec;
  expect(args).toEqual([{ name: 'canary-hash' }, { name: 'stable-hash' }, { name: 'namespace', value: 'shop' }, { name: 'rollout', value: 'checkout' }]);
});

test('Prometheus can read every query, and our rules find nothing in them', () => {
  const analyses = all.map((of, index) => Analysis.baseline({ of, name: `baseline-${index}` }));
  expect(analyses.map(each => parseQuery(query(each)).problem)).toEqual(analyses.map(() => undefined));
  expect(synthesize(chart => checkout(chart, { gates: analyses.flatMap(each => [Gate.throughout(each), Gate.eachStage(each)]) })).words).toBe('');
});

test('it can be an object of its own', () => {
  const manifests = manifestsOf(chart => checkout(chart, { analyses: [new BaselineAnalysis(chart, 'no-worse', { of: Comparison.errorRate() })] }));
  expect(named(manifests, 'AnalysisTemplate', 'no-worse').spec.metrics[0].name).toBe('baseline-error-rate');
});

describe('fails where one of the two has no requests', () => {
  const compared = Analysis.baseline({ of: Comparison.errorRate() });
  const words = (why: string, fix: string) => expect.stringContaining(`cannot compare the canary with the stable version there: ${why}; ${fix}`);

  test('in a blue-green', () => {
    expect(findingsOf(chart => switched(chart, { gates: [Gate.afterPromotion(compared)] }))).toEqual([
      words('in a blue-green all requests go to one of the two', 'ask Analysis.errorRate() or Analysis.latency(), or use a CanaryRollout'),
    ]);
  });

  test('at a stage of all requests', () => {
    const ramp = Ramp.of([Stage.at(50), Stage.at(100, { hold: Duration.minutes(5) })]);
    const told = words('at weight 100 the stable version gets no requests', 'ask it throughout, or at stages below 100: Stage.at(50, { analyses: [...] })');
    expect(findingsOf(chart => checkout(chart, { ramp, gates: [Gate.eachStage(compared)] }))).toEqual([told]);
    expect(findingsOf(chart => checkout(chart, { ramp, gates: [Gate.atStage(100, compared)] }))).toEqual([told]);
    const own = Ramp.of([Stage.at(50), Stage.at(100, { hold: Duration.minutes(5), analyses: [compared] })]);
    expect(findingsOf(chart => checkout(chart, { ramp: own }))).toEqual([told]);
    expect(findingsOf(chart => checkout(chart, { ramp, gates: [Gate.throughout(compared), Gate.atStage(50, compared)] }))).toEqual([]);
  });
});

test('fails on statuses of HTTP where gRPC is spoken, and times are the same for both', () => {
  const spoken = { protocol: Protocol.grpc(), telemetry: Telemetry.httpRequests() };
  const asked = (of: Comparison) => findingsOf(chart => checkout(chart, { ...spoken, analyses: [Analysis.baseline({ of })] }));
  expect(asked(Comparison.errorRate())).toEqual([expect.stringContaining('telemetry: cannot be Telemetry.httpRequests where protocol is Protocol.grpc()')]);
  expect(asked(Comparison.latency())).toEqual([]);
});

test.each<[string, () => unknown, string]>([
  ['more points than there are', () => Comparison.errorRate({ atMostAbove: 101 }), 'Comparison.errorRate: atMostAbove: must be a percentage from 0 to 100, got 101; write 1 for one bad request in a hundred'],
  ['fewer points than none', () => Comparison.successRate({ atMostBelow: -1 }), 'Comparison.successRate: atMostBelow: must be a percentage from 0 to 100, got -1; write 1 for one bad request in a hundred'],
  ['a canary that must be faster', () => Comparison.latency({ atMostTimes: 0.9 }), 'Comparison.latency: atMostTimes: must be at least 1, which is as slow as the stable version, got 0.9; write 1.2 for a fifth more'],
  ['two limits', () => Comparison.latency({ atMostTimes: 2, atMostAbove: Duration.millis(5) }), 'Comparison.latency: atMostAbove: cannot be combined with atMostTimes in one comparison; keep the one you mean, or ask two questions'],
  ['a percentile of 0.95', () => Comparison.latency({ percentile: 0.95 }), 'Comparison.latency: percentile: must be a percentile above 1 and below 100, got 0.95; write 95'],
  ['the stable version compared with itself', () => Analysis.baseline({ of: Comparison.errorRate(), scope: QueryScope.stable() }), 'Analysis.baseline: scope: must be QueryScope.canary(), which is compared with the stable version; drop it'],
])('fails on %s', (_, build, message) => {
  expect(build).toThrow(new Error(message));
});

describe('in an experiment', () => {
  const variants = ['baseline', 'canary'].map(name => ({ name, containers: [{ image: `registry.example/checkout:${name}`, portNumber: 8080 }] }));
  const compare = (more: Partial<ExperimentAnalysis>): Program => chart => new Experiment(chart, 'compare', {
    variants, duration: Duration.minutes(30), analyses: [{ analysis: Analysis.baseline({ of: Comparison.latency() }), ...more }],
  });

  test('it compares one variant with another', () => {
    const { args } = named(manifestsOf(compare({ of: 'canary', against: 'baseline' })), 'AnalysisTemplate', 'compare-baseline-latency-canary-baseline').spec;
    expect(args.slice(0, 2)).toEqual([{ name: 'canary-hash', value: 'canary' }, { name: 'stable-hash', value: 'baseline' }]);
  });

  test('fails on a variant that is compared with none', () => {
    expect(findingsOf(compare({ of: 'canary' }))).toEqual([expect.stringContaining('analyses[0].against: must say which variant it is compared with, got none')]);
  });
});
