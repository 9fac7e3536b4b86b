import { Secret } from 'cdk8s-plus-28';
import { CloudWatchSource, Controller, MetricAnalysis, PrometheusSource, RolloutDefaults, SecretReference } from 'rolloutkit';
import type { Program } from '../render';

/** What a MetricTemplate knows of a store; which stores there are is in test/metrics/specimens.ts. */
export const programs: readonly Program[] = [chart => {
  RolloutDefaults.of(chart).use({ controller: Controller.flagger() });
  new Secret(chart, 'store', { metadata: { name: 'store' }, stringData: { username: 'a', password: 'b' } });
  const prometheus = new PrometheusSource({
    address: 'https://prometheus.monitoring', headers: { 'X-Scope-OrgID': 'shop' }, basicAuth: SecretReference.named('store'), insecure: true,
  });
  const metric = { metricNamespace: 'Shop', metricName: 'Orders', statistic: 'Sum' };
  const cloudWatch = new CloudWatchSource({ region: 'eu-west-1', inputs: [{ id: 'orders', metric }] });
  new MetricAnalysis(chart, 'requests', { query: 'sum(rate(requests[1m]))', source: prometheus, atLeast: 1 });
  new MetricAnalysis(chart, 'orders', { query: 'orders', source: cloudWatch, atLeast: 1 });
}];
