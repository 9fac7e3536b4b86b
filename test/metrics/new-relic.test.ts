import { Duration } from 'cdk8s';
import { Analysis, NewRelicSource, SecretReference } from 'rolloutkit';
import { flaggerTold, linesOf, metric } from './asked';

const query = "SELECT percentage(count(*), WHERE error IS NULL) AS 'answer' FROM Transaction SINCE 5 minutes ago";

test('the field called answer is judged', () => {
  const source = new NewRelicSource({ secret: SecretReference.named('nr'), timeout: Duration.seconds(20) });
  expect(metric({ source, query, atLeast: 99 })).toMatchObject({
    interval: '5m',
    successCondition: 'result.answer != nil && result.answer >= 99',
    failureCondition: 'result.answer != nil && result.answer < 99',
    provider: { newRelic: { profile: 'nr', query, timeout: 20 } },
  });
});

test('fails on a query that does not call its number answer, which would look like no data for ever', () => {
  expect(() => Analysis.custom({ source: new NewRelicSource(), query: 'SELECT count(*) FROM Transaction', atMost: 1 })).toThrow(new Error(
    "Analysis.custom: query: must call its number \"answer\", got \"SELECT count(*) FROM Transaction\"; write SELECT ... AS 'answer' FROM ..."));
});

test('conditions of your own may read any field', () => {
  expect(metric({ source: new NewRelicSource(), query: 'SELECT count(*) FROM Transaction', failureCondition: 'result.count > 1' }).provider)
    .toEqual({ newRelic: { query: 'SELECT count(*) FROM Transaction' } });
});

test('fails on a key of the Secret, and on no time to answer', () => {
  expect(() => new NewRelicSource({ secret: SecretReference.named('nr', { key: 'x' }), timeout: Duration.millis(500) })).toThrow(new Error([
    'NewRelicSource: secret: must name no key, got "x": personal-api-key and account-id are read; write SecretReference.named("nr")',
    'NewRelicSource: timeout: must be a whole number of seconds, at least 1, got 0.5; write Duration.seconds(10)',
  ].join('\n')));
});

describe('Flagger', () => {
  const source = new NewRelicSource({ secret: SecretReference.named('nr'), address: 'https://insights-api.eu.newrelic.com' });

  test('is told where Insights is, and reads who asks from a Secret', () => {
    expect(flaggerTold(source, query)).toEqual({
      provider: { type: 'newrelic', address: 'https://insights-api.eu.newrelic.com', secretRef: { name: 'nr' } },
      query: "SELECT (percentage(count(*), WHERE error IS NULL)) * 1 AS 'result' FROM Transaction",
    });
    expect(flaggerTold(new NewRelicSource(), query).provider).toEqual({ type: 'newrelic', secretRef: { name: 'newrelic' } });
    expect(linesOf(source._store.argo!.gaps))
      .toEqual(['advice  source.address: is not told to Argo Rollouts, which reads where to ask from the Secret; write region or base-url-rest there as well']);
  });

  test.each([
    ['SELECT count(*) AS answer FROM Log SINCE 2 hours ago LIMIT 1', "SELECT (count(*)) * 1 AS 'result' FROM Log LIMIT 1"],
    ["select average(x)\n  as 'answer'\nfrom Log\nsince 300 seconds ago", "select (average(x)) * 1 AS 'result'\nfrom Log"],
    ['SELECT 100 * a / b FROM Log', 'SELECT 100 * a / b FROM Log'],
  ])('is asked %j without the time, which it writes itself', (asked, wanted) => {
    expect(flaggerTold(source, asked).query).toBe(wanted);
  });

  test.each<[string, string, string]>([
    ['a time of another shape', "SELECT count(*) AS 'answer' FROM Log SINCE yesterday", 'broken  query: must say SINCE by a number for Flagger, which writes its own, got "SELECT count(*) AS \'answer\' FROM Log SINCE yesterday"; write SINCE 5 minutes ago'],
    ['several numbers', "SELECT count(*) AS 'answer' FROM Log FACET host", 'broken  query: must give one number for Flagger, got "SELECT count(*) AS \'answer\' FROM Log FACET host"; drop FACET and TIMESERIES'],
    ['another time than the window', "SELECT count(*) AS 'answer' FROM Log SINCE 1 hour ago", 'risky  window: must be the 1h of SINCE, got 5m: Flagger asks over the window; write Duration.seconds(3600)'],
  ])('fails to be asked for %s, and says so', (_, asked, line) => {
    expect(linesOf(flaggerTold(source, asked).gaps)).toEqual([line]);
  });

  test('fails to be told a time to answer, and says so', () => {
    expect(linesOf(flaggerTold(new NewRelicSource({ timeout: Duration.seconds(20) }), query).gaps))
      .toEqual(['risky  source.timeout: cannot be told to Flagger, which waits 5 s for an answer, got 20s; leave it out, and let the query be a fast one']);
  });
});
