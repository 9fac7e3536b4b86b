import { influxDbSettings } from '../../../src/rules/analysis/influx-db-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (query: string) => template({ metrics: `[{ name: errors, failureCondition: 'result[0] > 1', provider: { influxdb: { profile: mine, query: '${query}' } } }]` });
const path = 'spec.metrics[0].provider.influxdb.query';

testRule(influxDbSettings, {
  valid: [{ name: 'a query over a time', yaml: asked('from(bucket: "a") |> range(start: -5m) |> mean()') }],
  invalid: [
    { name: 'no query', yaml: asked(''), findings: [{ path, class: 'broken', message: 'must ask something, got no query; write a query in Flux' }] },
    { name: 'a query over all times', yaml: asked('from(bucket: "a") |> mean()'), findings: [{ path, message: 'must have a range after from(...), which InfluxDB does not answer without one; write |> range(start: -5m) behind it' }] },
  ],
});
