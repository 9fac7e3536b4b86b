import { Analysis, GraphiteSource } from 'rolloutkit';
import { metric } from './asked';

const source = new GraphiteSource({ address: 'http://graphite.monitoring' });

test('the latest value of the target is judged', () => {
  expect(metric({ source, query: 'target=errors&from=-5min', atMost: 1 })).toMatchObject({
    interval: '5m',
    failureCondition: 'len(result) > 0 && result[-1] > 1',
    provider: { graphite: { address: 'http://graphite.monitoring', query: 'target=errors&from=-5min' } },
  });
});

test.each<[string, string, string]>([
  ['without a target', 'sumSeries(errors)&from=-5min', 'query: must name a target, as the parameters of /render do, got "sumSeries(errors)&from=-5min"; write "target=sumSeries(errors)&from=-5min"'],
  ['that looks back a day', 'target=errors', 'query: must say how far it looks back, which is a day otherwise, got "target=errors"; append &from=-5min'],
])('fails on a query %s', (_, query, message) => {
  expect(() => Analysis.custom({ source, query, atMost: 1 })).toThrow(new Error(`Analysis.custom: ${message}`));
});

test('fails on an address without a scheme', () => {
  expect(() => new GraphiteSource({ address: 'graphite:80' })).toThrow(new Error(
    'GraphiteSource: address: must begin with http:// or https:// and name a host, got "graphite:80"; write "http://graphite:80"'));
});
