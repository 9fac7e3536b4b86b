import fc from 'fast-check';
import { Analysis, NoData, PrometheusSource } from 'rolloutkit';
import { isTrue } from '../engines/argo/metric-model';
import { checkoutManifests, metricOf } from '../render';

const written = (source?: PrometheusSource) =>
  metricOf(checkoutManifests({ analyses: [Analysis.successRate({ source })] }), 'checkout-success-rate', 'success-rate').provider.prometheus;

test('the default is Prometheus in its usual place', () => {
  expect(written()).toEqual({ address: 'http://prometheus:9090', query: expect.any(String) });
});

test('address, headers and trust are written as given', () => {
  const source = new PrometheusSource({ address: 'https://thanos.monitoring:10902/tenant', headers: { 'X-Scope-OrgID': 'shop' }, insecure: true });
  expect(written(source)).toEqual({
    address: 'https://thanos.monitoring:10902/tenant', headers: [{ key: 'X-Scope-OrgID', value: 'shop' }], insecure: true, query: expect.any(String),
  });
});

test.each([
  ['without a scheme', 'prometheus:9090', 'write "http://prometheus:9090"'],
  ['of nothing', '', 'write for example "http://prometheus.monitoring:9090"'],
  ['of another scheme', 'ftp://prometheus', 'write for example "http://prometheus.monitoring:9090"'],
  ['without a host', 'http://', 'write for example "http://prometheus.monitoring:9090"'],
])('fails on an address %s', (_, address, fix) => {
  expect(() => new PrometheusSource({ address }))
    .toThrow(new Error(`PrometheusSource: address: must begin with http:// or https:// and name a host, got ${JSON.stringify(address)}; ${fix}`));
});

describe('what an answer counts as', () => {
  const conditions = (analysis: Analysis, template = `checkout-${analysis.analysisName}`) => {
    const { successCondition, failureCondition } = metricOf(checkoutManifests({ analyses: [analysis] }), template, analysis.analysisName);
    return { success: successCondition as string, failure: failureCondition as string };
  };
  const verdict = ({ success, failure }: ReturnType<typeof conditions>, ...answer: number[]) => [isTrue(success, answer), isTrue(failure, answer)];
  const [good, bad, nothing] = [[true, false], [false, true], [false, false]];

  test('one side of the threshold is good, the other bad, and the threshold itself is good', () => {
    expect([98.9, 99, 100].map(value => verdict(conditions(Analysis.successRate({ atLeast: 99 })), value))).toEqual([bad, good, good]);
    expect([0.9, 1, 1.1].map(value => verdict(conditions(Analysis.errorRate({ atMost: 1 })), value))).toEqual([good, good, bad]);
    expect([499, 500, 501].map(value => verdict(conditions(Analysis.latency()), value))).toEqual([good, good, bad]);
  });

  test('no answer and NaN are neither', () => {
    expect([verdict(conditions(Analysis.errorRate())), verdict(conditions(Analysis.errorRate()), NaN)]).toEqual([nothing, nothing]);
  });

  test('no answer is bad when it is rejected, for the gate and for the guard', () => {
    const rejecting = Analysis.errorRate({ noData: NoData.reject() });
    expect([verdict(conditions(rejecting)), verdict(conditions(rejecting), NaN), verdict(conditions(rejecting), 0)]).toEqual([bad, bad, good]);
    const { failure } = conditions(rejecting, 'checkout-guard');
    expect([isTrue(failure, []), isTrue(failure, [NaN]), isTrue(failure, [0]), isTrue(failure, [2])]).toEqual([true, true, false, true]);
  });

  test('no answer opens the gate when it is accepted, and does not concern the guard', () => {
    const accepting = Analysis.errorRate({ noData: NoData.accept() });
    expect([verdict(conditions(accepting)), verdict(conditions(accepting), NaN), verdict(conditions(accepting), 2)]).toEqual([good, good, bad]);
    expect(conditions(accepting, 'checkout-guard').success).toBeUndefined();
  });

  test('every number is good or bad, and never both', () => {
    const threshold = fc.double({ min: 1.001, max: 100, noNaN: true });
    fc.assert(fc.property(threshold, fc.double({ min: 0, max: 1000, noNaN: true }), (atLeast, value) => {
      const both = verdict(conditions(Analysis.successRate({ atLeast })), value);
      expect(both).toEqual(value >= atLeast ? good : bad);
    }), { numRuns: 30 });
  });
});
