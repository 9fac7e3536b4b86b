import { Duration } from 'cdk8s';
import { Analysis, NewRelicSource, SecretReference } from 'rolloutkit';
import { metric } from './asked';

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
