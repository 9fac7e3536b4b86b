import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { forEachMetricOf } from '../settings';

export const influxDbSettings: Rule = {
  id: 'influx-db-settings',
  class: 'broken',
  summary: 'a metric of InfluxDB asks something, over a time',
  why: 'InfluxDB refuses an empty query, and one without a range: every measurement is an error, and the fifth in a row aborts the rollout',
  covers: ['ME-21'],
  check: (graph) => forEachMetricOf(graph, 'influxdb', function* (settings): Iterable<Remark> {
    const query = settings.text('query');
    if (query === '') {
      yield remark(settings.at('query'), 'must ask something, got no query', 'write a query in Flux');
    } else if (query !== undefined && /\bfrom\s*\(/.test(query) && !/\brange\s*\(/.test(query)) {
      // https://docs.influxdata.com/flux/v0/stdlib/influxdata/influxdb/from/
      yield remark(settings.at('query'), 'must have a range after from(...), which InfluxDB does not answer without one', 'write |> range(start: -5m) behind it');
    }
  }),
};
