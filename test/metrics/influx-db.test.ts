import { InfluxDbSource, SecretReference } from 'rolloutkit';
import { metric } from './asked';

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
