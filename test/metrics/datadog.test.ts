import { Duration } from 'cdk8s';
import { Analysis, DatadogAggregator, DatadogApiVersion, DatadogSource, SecretReference } from 'rolloutkit';
import type { DatadogSourceOptions } from 'rolloutkit';
import { flaggerTold, linesOf, metric } from './asked';

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

describe('Flagger', () => {
  test('asks the first version of the interface, over a tenth of the window ten times', () => {
    expect(flaggerTold(new DatadogSource({ secret, address: 'https://api.datadoghq.eu' }), 'avg:errors{*}'))
      .toEqual({ provider: { type: 'datadog', address: 'https://api.datadoghq.eu', secretRef: { name: 'dd' } }, intervals: 10 });
  });

  test('has a formula with its queries in it, each name once', () => {
    const queries = { errors: 'sum:errors{*}.as_count()', requests: 'sum:requests{*} - sum:errors{*}' };
    expect(flaggerTold(new DatadogSource({ secret, queries }), '100 * errors / requests').query)
      .toBe('100 * (sum:errors{*}.as_count()) / (sum:requests{*} - sum:errors{*})');
  });

  test.each<[string, DatadogSourceOptions, string]>([
    ['nothing of who asks', {}, 'broken  source.secret: must be given for Flagger, which reads datadog_api_key and datadog_application_key from it; write SecretReference.named("datadog")'],
    ['how values become one', { secret, aggregator: DatadogAggregator.SUM }, 'risky  source.aggregator: cannot be told to Flagger, which takes the oldest value of the window; append .rollup(avg, 300) to the query, as long as the window, or leave it out'],
    ['a time to answer', { secret, requestTimeout: Duration.seconds(10) }, 'risky  source.requestTimeout: cannot be told to Flagger, which waits 5 s for an answer, got 10s; leave it out, and let the query be a fast one'],
  ])('fails to be told %s, and says so', (_, options, line) => {
    expect(linesOf(flaggerTold(new DatadogSource(options)).gaps)).toEqual([line]);
  });

  test('has an address that Argo Rollouts reads elsewhere, which is advice', () => {
    expect(linesOf(new DatadogSource({ address: 'https://api.datadoghq.eu' })._store.argo!.gaps))
      .toEqual(['advice  source.address: is not told to Argo Rollouts, which reads it from the key address of the Secret; write it there as well']);
    expect(() => new DatadogSource({ address: 'datadoghq.eu' })).toThrow('DatadogSource: address: must begin with http:// or https://');
  });
});
