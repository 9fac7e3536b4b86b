import { Analysis, NoData, WavefrontSource } from 'rolloutkit';
import type { MetricOptions } from 'rolloutkit';
import { metric } from './asked';

const source = new WavefrontSource({ address: 'example.wavefront.com' });

test('the number is judged as it is', () => {
  expect(metric({ source, query: 'ts("success.rate")', atLeast: 99 })).toMatchObject({
    successCondition: 'result >= 99', failureCondition: 'result < 99', provider: { wavefront: { address: 'example.wavefront.com', query: 'ts("success.rate")' } },
  });
});

test.each<[string, Partial<MetricOptions>, string]>([
  [
    'a query whose silence would be good', { atMost: 1 },
    'query: must say what it answers without data, which Argo Rollouts reads as 0 and so as good, got "ts(errors)"; write default(1000, ...), or default(0, ...) where no data is good',
  ],
  [
    'a wish that cannot be granted', { atLeast: 99, noData: NoData.accept() },
    'noData: cannot accept with this store: Argo Rollouts reads a series of Wavefront without a point as 0; leave it out, and have the query answer a number of its own: default(0, ...)',
  ],
])('fails on %s', (_, options, message) => {
  expect(() => Analysis.custom({ source, query: 'ts(errors)', ...options })).toThrow(new Error(`Analysis.custom: ${message}`));
});

test('fails on an address that is no key of a Secret', () => {
  expect(() => new WavefrontSource({ address: 'https://example.wavefront.com/api' })).toThrow(new Error(
    'WavefrontSource: address: must be a host alone, as it is a key of the Secret wavefront-api-tokens, got "https://example.wavefront.com/api"; write "example.wavefront.com"'));
});
