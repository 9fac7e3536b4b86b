import { Duration } from 'cdk8s';
import { Analysis, DatadogAggregator, DatadogApiVersion, DatadogSource, SecretReference } from 'rolloutkit';
import type { DatadogSourceOptions } from 'rolloutkit';
import { metric } from './asked';

const secret = SecretReference.named('dd');

test('a query is asked over the window of its question, in version 2', () => {
  expect(metric({ source: new DatadogSource({ secret }), query: 'avg:errors{*}', atMost: 1, window: Duration.minutes(2) })).toMatchObject({
    interval: '2m',
    successCondition: '!isNil(result) && default(result, 0) <= 1',
    failureCondition: '!isNil(result) && default(result, 0) > 1',
    provider: { datadog: { apiVersion: 'v2', interval: '2m', query: 'avg:errors{*}', secretRef: { name: 'dd' } } },
  });
});

test('named queries make a formula of the query', () => {
  const queries = { errors: 'sum:errors{*}.as_count()', requests: 'sum:requests{*}.as_count()' };
  const { provider } = metric({ source: new DatadogSource({ queries, aggregator: DatadogAggregator.SUM }), query: '100 * errors / requests', atMost: 1 });
  expect(provider).toEqual({ datadog: { apiVersion: 'v2', interval: '5m', aggregator: 'sum', queries, formula: '100 * errors / requests' } });
});

test('nothing is said of the Secret where the controller knows one', () => {
  expect(metric({ source: new DatadogSource(), query: 'q', atMost: 1 }).provider.datadog).not.toHaveProperty('secretRef');
});

describe('what Datadog would refuse fails at once', () => {
  const queries = { errors: 'sum:errors{*}' };
  test.each<[string, DatadogSourceOptions, string]>([
    ['a Secret beside the rollout without a name', { secretBesideRollout: true }, 'secret: must be given with secretBesideRollout; write SecretReference.named("datadog")'],
    ['a key of the Secret', { secret: SecretReference.named('dd', { key: 'token' }) }, 'secret: must name no key, got "token": api-key, app-key and address are read; write SecretReference.named("dd")'],
    ['a formula in version 1', { apiVersion: DatadogApiVersion.V1, queries }, 'queries: must not be given with version 1 of the interface, which has none; leave apiVersion out'],
    ['an aggregator in version 1', { apiVersion: DatadogApiVersion.V1, aggregator: DatadogAggregator.AVG }, 'aggregator: must not be given with version 1 of the interface, which has none; leave apiVersion out'],
    ['no queries', { queries: {} }, 'queries: must not be empty; leave it out, or name the queries of a formula'],
    ['a name that no formula can use', { queries: { '5xx': 'q' } }, 'queries: must have names of letters, digits and underscores, got "5xx"; write a name that a formula can use'],
    ['an empty query', { queries: { errors: ' ' } }, 'queries.errors: must not be empty, got " "; write the query'],
    ['no time to answer', { requestTimeout: Duration.seconds(0) }, 'requestTimeout: must be a whole number of seconds, at least 1, got 0; write Duration.seconds(30)'],
  ])('fails on %s', (_, options, message) => {
    expect(() => new DatadogSource(options)).toThrow(new Error(`DatadogSource: ${message}`));
  });

  test('fails on groups, whose answer cannot be read', () => {
    const grouped = 'avg:errors{*} by {pod}';
    const told = 'must not be grouped, since Argo Rollouts reads one number alone, got "avg:errors{*} by {pod}"; drop "by {...}"';
    expect(() => new DatadogSource({ queries: { errors: grouped } })).toThrow(new Error(`DatadogSource: queries.errors: ${told}`));
    expect(() => Analysis.custom({ source: new DatadogSource(), query: grouped, atMost: 1 })).toThrow(new Error(`Analysis.custom: query: ${told}`));
    expect(() => Analysis.custom({ source: new DatadogSource({ apiVersion: DatadogApiVersion.V1 }), query: grouped, atMost: 1 })).not.toThrow();
  });

  test('fails on a query where a formula is wanted', () => {
    expect(() => Analysis.custom({ source: new DatadogSource({ queries }), query: 'sum:requests{*}', atMost: 1 }))
      .toThrow(new Error('Analysis.custom: query: must be a formula of errors, the queries of its DatadogSource, got "sum:requests{*}"; write for example "errors"'));
  });
});
