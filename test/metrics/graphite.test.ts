import { Analysis, GraphiteSource, SecretReference } from 'rolloutkit';
import { flaggerTold, linesOf, metric } from './asked';

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

describe('Flagger', () => {
  const guarded = new GraphiteSource({ address: 'https://graphite', basicAuth: SecretReference.named('graphite'), insecure: true });

  test('may send a name and a password, and accept any certificate', () => {
    expect(flaggerTold(guarded, 'target=errors&from=-5min'))
      .toEqual({ provider: { type: 'graphite', address: 'https://graphite', secretRef: { name: 'graphite' }, insecureSkipVerify: true } });
    expect(flaggerTold(source, 'target=errors')).toEqual({ provider: { type: 'graphite', address: 'http://graphite.monitoring' } });
  });

  test('fails where Argo Rollouts would have to be told of them', () => {
    const told = 'cannot be told to Argo Rollouts, which knows the address of a Graphite alone; leave it out, or ask through a proxy';
    expect(linesOf(guarded._store.argo!.gaps)).toEqual([`broken  source.basicAuth: ${told}`, `broken  source.insecure: ${told}`]);
  });

  test('fails on a semicolon, with which it drops the target', () => {
    expect(linesOf(flaggerTold(source, 'target=a;b').gaps)).toEqual(['broken  query: must have no semicolon for Flagger, which drops a parameter with one; write %3B']);
  });
});
