import { Analysis, DatadogSource, NewRelicSource, PrometheusSource, Telemetry } from 'rolloutkit';
import type { IAnalysis, IMetricSource } from 'rolloutkit';
import { sourceProblems } from '../../src/intent/source-problems';

const told = (analysis: IAnalysis, source: IMetricSource) => sourceProblems(analysis._intent, { source, telemetry: Telemetry.nginxIngress() });

test('what a telemetry asks is answered by a store of its language', () => {
  expect(told(Analysis.successRate(), new PrometheusSource({ address: 'http://prometheus' }))).toEqual([]);
  expect(told(Analysis.latency(), new DatadogSource())).toEqual([{
    property: 'source',
    message: 'must answer PromQL, in which Telemetry.nginxIngress asks this question, got datadog',
    fix: 'ask in the language of that store: Analysis.custom({ query, atMost: 500 })',
  }]);
});

test('a question says by itself what it is written against and where it is asked', () => {
  const source = new PrometheusSource({ address: 'http://prometheus' });
  expect(told(Analysis.successRate({ source }), new DatadogSource())).toEqual([]);
  expect(told(Analysis.successRate({ telemetry: Telemetry.httpRequests() }), new DatadogSource())[0].message).toContain('in which Telemetry.httpRequests asks');
});

test('a query of the store\'s own is what the store says it is', () => {
  const asked = Analysis.custom({ query: 'SELECT count(*) FROM Transaction', atMost: 1 });
  expect(told(asked, new DatadogSource())).toEqual([]);
  expect(told(asked, new NewRelicSource()).map(({ property }) => property)).toEqual(['query']);
});
