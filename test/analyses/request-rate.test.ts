import { Analysis, Gate, Protocol, QueryScope, RequestRateAnalysis } from 'rolloutkit';
import { parseQuery } from '../../src/promql/parse';
import { checkout, checkoutManifests, findingsOf, manifestsOf, metricOf, named, synthesize } from '../render';

const metric = (analysis: Analysis) => metricOf(checkoutManifests({ analyses: [analysis] }), 'checkout-request-rate', 'request-rate');
const pods = 'namespace="{{args.namespace}}",pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+"';

test('requests a second, of which none are an answer as well', () => {
  expect(metric(Analysis.requestRate({ atLeast: 0.5 }))).toMatchObject({
    successCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.5',
    failureCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] < 0.5',
    provider: { prometheus: { query: `sum(rate(http_requests_total{${pods}}[2m])) or vector(0)` } },
  });
});

test('too many requests are judged as well, none being the least', () => {
  expect(metric(Analysis.requestRate({ atMost: 0 })).failureCondition).toBe('len(result) > 0 && !isNaN(result[0]) && result[0] > 0');
});

test('those of stable version and canary together do not depend on the weight, and the template says that they are meant', () => {
  const analysis = Analysis.requestRate({ atLeast: 20, scope: QueryScope.service() });
  expect(metric(analysis).provider.prometheus.query).toContain('pod=~"{{args.rollout}}-[a-z0-9]+-[a-z0-9]+"');
  expect(named(checkoutManifests({ analyses: [analysis] }), 'AnalysisTemplate', 'checkout-request-rate').metadata.annotations).toMatchObject({ 'rolloutkit.dev/scope': 'service' });
});

test('those of everybody name no pods', () => {
  expect(metric(Analysis.requestRate({ atLeast: 20, scope: QueryScope.everything() })).provider.prometheus.query).toBe('sum(rate(http_requests_total[2m])) or vector(0)');
});

test('Prometheus can read it, and our rules find nothing in it', () => {
  const analysis = Analysis.requestRate({ atLeast: 1 });
  expect(parseQuery(metric(analysis).provider.prometheus.query).problem).toBeUndefined();
  expect(synthesize(chart => checkout(chart, { gates: [Gate.throughout(analysis), Gate.eachStage(analysis)] })).words).toBe('');
});

test('beside it a catastrophe still needs some requests', () => {
  const { provider } = metricOf(checkoutManifests({ analyses: [Analysis.requestRate({ atLeast: 1 })] }), 'checkout-guard', 'catastrophic-errors');
  expect(provider.prometheus.query).toMatch(/>= 20$/);
});

test('fails on a worker, to which nobody sends any', () => {
  const worker = { containers: [{ image: 'registry.example/worker:1' }], protocol: Protocol.none(), analyses: [Analysis.requestRate({ atLeast: 1 })] };
  expect(findingsOf(chart => checkout(chart, worker))).toContainEqual(expect.stringContaining('analyses[0]: asks for the request-rate of requests'));
});

test('it can be an object of its own', () => {
  const manifests = manifestsOf(chart => checkout(chart, { analyses: [new RequestRateAnalysis(chart, 'busy', { atLeast: 3 })] }));
  expect(named(manifests, 'AnalysisTemplate', 'busy').spec.metrics[0]).toMatchObject({ name: 'request-rate', successCondition: expect.stringContaining('>= 3') });
});

test('a finding on its number is told of the number that was given', () => {
  const asked = (analysis: Analysis) => findingsOf(chart => checkout(chart, { gates: [Gate.throughout(analysis)] }));
  expect(asked(Analysis.requestRate({ atLeast: 1, failureLimit: -1 }))).toEqual([expect.stringContaining('gates[0].failureLimit')]);
});

test.each<[string, () => unknown, string]>([
  ['a question without a number', () => Analysis.requestRate({}), 'Analysis.requestRate: atLeast: must be given, or atMost: without one every answer is good; write the smallest number of requests a second'],
  ['two numbers', () => Analysis.requestRate({ atLeast: 1, atMost: 9 }), 'Analysis.requestRate: atMost: cannot be combined with atLeast in one question; ask two questions, one of them with a name of its own'],
  ['at least nothing', () => Analysis.requestRate({ atLeast: 0 }), 'Analysis.requestRate: atLeast: must be above 0, got 0, which every answer is; write a smaller number of requests a second, such as 0.1'],
  ['less than nothing', () => Analysis.requestRate({ atMost: -1 }), 'Analysis.requestRate: atMost: must be at least 0, got -1; write requests a second'],
  ['endless requests', () => Analysis.requestRate({ atMost: Infinity }), 'Analysis.requestRate: atMost: must be a number, got Infinity; write a plain number'],
  ['a least number of requests', () => Analysis.requestRate({ atLeast: 1, minimumRequests: 5 }), 'Analysis.requestRate: minimumRequests: does nothing where requests are counted: none of them are an answer as well; drop it, or write atLeast'],
])('fails on %s', (_, build, message) => {
  expect(build).toThrow(new Error(message));
});
