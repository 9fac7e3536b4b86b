import { InfluxDbSource, SecretReference } from 'rolloutkit';
import { flaggerTold, linesOf, metric } from './asked';

test('the value of the first row is judged, whatever its type', () => {
  expect(metric({ source: new InfluxDbSource(), query: 'from(bucket: "shop") |> range(start: -5m) |> last()', atLeast: 99 })).toMatchObject({
    successCondition: 'result[0] != nil && !isNaN(asFloat(result[0])) && asFloat(result[0]) >= 99',
    provider: { influxdb: { query: 'from(bucket: "shop") |> range(start: -5m) |> last()' } },
  });
});

test('another Secret is a profile', () => {
  const source = new InfluxDbSource({ secret: SecretReference.named('influx-shop') });
  expect(metric({ source, query: 'q', atLeast: 99 }).provider.influxdb).toMatchObject({ profile: 'influx-shop' });
});

test('fails on a key of the Secret', () => {
  expect(() => new InfluxDbSource({ secret: SecretReference.named('influx', { key: 'token' }) })).toThrow(new Error(
    'InfluxDbSource: secret: must name no key, got "token": address, authToken and org are read; write SecretReference.named("influx")'));
});

describe('Flagger', () => {
  const source = new InfluxDbSource({ address: 'http://influxdb:8086' });

  test('is told the address, and reads the rest from a Secret', () => {
    expect(flaggerTold(source)).toEqual({ provider: { type: 'influxdb', address: 'http://influxdb:8086', secretRef: { name: 'influxdb' } } });
    expect(linesOf(source._store.argo!.gaps))
      .toEqual(['advice  source.address: is not told to Argo Rollouts, which reads it from the key address of the Secret; write it there as well']);
  });

  test('fails without an address, and says so', () => {
    expect(linesOf(flaggerTold(new InfluxDbSource()).gaps))
      .toEqual(['broken  source.address: must be given for Flagger, which reads none from the Secret; write for example "http://influxdb.monitoring:8086"']);
    expect(() => new InfluxDbSource({ address: 'influxdb:8086' })).toThrow('InfluxDbSource: address: must begin with http:// or https://');
  });

  test('takes no row for 0, which is told where that is good', () => {
    const of = (query: string, kind: 'at-least' | 'at-most') => linesOf(flaggerTold(source, query, { criterion: { kind, threshold: 1 } }).gaps);
    expect(of('from(bucket: "shop")', 'at-most')).toEqual([
      'risky  query: must have a row without data as well, since Flagger takes no row for 0 and so for good; append a row of your own: union(tables: [..., array.from(rows: [{ _value: 1000.0 }])])',
    ]);
    expect([of('from(bucket: "shop")', 'at-least'), of('union(tables: [a, b])', 'at-most')]).toEqual([[], []]);
  });
});
