import { Duration } from 'cdk8s';
import { Analysis, SkyWalkingSource } from 'rolloutkit';
import { metric } from './asked';

const source = new SkyWalkingSource({ address: 'http://oap:12800' });
const query = `query ($duration: Duration!) {
  answer: execExpression(expression: "service_sla / 100", entity: { serviceName: "checkout", normal: true }, duration: $duration) {
    results { values { value } }
  }
}`;

test('every value is judged, and those that are null are passed over', () => {
  expect(metric({ source, query, atLeast: 99, window: Duration.minutes(3) })).toMatchObject({
    successCondition: 'any(result.answer.results, {any(.values, {.value != nil})}) && all(result.answer.results, {all(.values, {.value == nil || asFloat(.value) >= 99})})',
    failureCondition: 'any(result.answer.results, {any(.values, {.value != nil})}) && any(result.answer.results, {any(.values, {.value != nil && asFloat(.value) < 99})})',
    provider: { skywalking: { address: 'http://oap:12800', interval: '3m', query } },
  });
});

test('fails on a query that takes its time and its answer from elsewhere, and on seconds', () => {
  expect(() => Analysis.custom({ source, query: '{ a }', atLeast: 99, window: Duration.seconds(30) })).toThrow(new Error([
    'Analysis.custom: query: must take its time from the variable $duration, got "{ a }"; write query ($duration: Duration!) { ... }',
    'Analysis.custom: query: must call its expression "answer", got "{ a }"; write answer: execExpression(...) { results { values { value } } }',
    'Analysis.custom: window: must be at least a minute, in which SkyWalking counts, got 30 s; write Duration.minutes(1)',
  ].join('\n')));
});

test('fails on an address with the path that the controller appends', () => {
  expect(() => new SkyWalkingSource({ address: 'http://oap:12800/graphql' })).toThrow(new Error(
    'SkyWalkingSource: address: must end before /graphql, which the controller appends, got "http://oap:12800/graphql"; write "http://oap:12800"'));
});
