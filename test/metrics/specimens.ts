import { Duration } from 'cdk8s';
import {
  CloudWatchSource, DatadogAggregator, DatadogApiVersion, DatadogSource, GraphiteSource, InfluxDbSource, KayentaSource, NewRelicSource, PluginSource,
  PrometheusSource, SecretReference, SkyWalkingSource, WavefrontSource,
} from 'rolloutkit';
import type { Specimen } from './conformance';
import { cloudWatchStore } from '../../src/metrics/cloud-watch';
import { datadogStore } from '../../src/metrics/datadog';
import { graphiteStore } from '../../src/metrics/graphite';
import { influxDbStore } from '../../src/metrics/influx-db';
import { kayentaStore } from '../../src/metrics/kayenta';
import { newRelicStore } from '../../src/metrics/new-relic';
import { pluginStore } from '../../src/metrics/plugin';
import { prometheusStore } from '../../src/metrics/prometheus';
import { skyWalkingStore } from '../../src/metrics/sky-walking';
import { wavefrontStore } from '../../src/metrics/wavefront';

const graphQl = 'query ($duration: Duration!) { answer: execExpression(expression: "service_sla / 100", duration: $duration) { results { values { value } } } }';
/** It writes its numbers as texts. */
const skyWalkingAnswer = (...values: (number | null)[]) =>
  ({ answer: { results: [{ values: values.map(value => ({ value: value === null ? null : String(value) })) }] } });
const secret = SecretReference.named('store');

/** Every metric source, with all that can be said, and what its provider answers. */
export const specimens: readonly Specimen[] = [
  {
    source: new CloudWatchSource({
      inputs: [
        {
          id: 'errors',
          label: 'bad ones',
          metric: {
            metricNamespace: 'AWS/ApplicationELB',
            metricName: 'HTTPCode_Target_5XX_Count',
            dimensions: { TargetGroup: 'canary' },
            statistic: 'Sum',
            period: Duration.minutes(1),
            unit: 'Count',
          },
        },
        { id: 'requests', metric: { metricNamespace: 'AWS/ApplicationELB', metricName: 'RequestCount', statistic: 'Sum' } },
        { id: 'share', expression: 'errors / requests' },
      ],
    }),
    store: leaf => cloudWatchStore({
      inputs: [
        {
          id: 'errors',
          label: leaf('label', 'bad ones'),
          metric: {
            metricNamespace: leaf('metricNamespace', 'AWS/ApplicationELB'),
            metricName: leaf('metricName', 'HTTPCode_Target_5XX_Count'),
            dimensions: { TargetGroup: leaf('dimension', 'canary') },
            statistic: leaf('statistic', 'Sum'),
            periodSeconds: leaf('period', 60),
            unit: leaf('unit', 'Count'),
          },
        },
        { id: 'requests', metric: { metricNamespace: 'AWS/ApplicationELB', metricName: 'RequestCount', statistic: 'Sum' } },
        { id: 'share', expression: leaf('expression', 'errors / requests') },
      ],
    }),
    others: [new CloudWatchSource()],
    query: '100 * share',
    answer: value => [{ Values: [value, 50] }, { Values: [] }],
    silent: [[{ Values: [] }], [], null],
  },
  {
    source: new DatadogSource({ secret, secretBesideRollout: true, aggregator: DatadogAggregator.SUM, requestTimeout: Duration.seconds(30) }),
    store: leaf => datadogStore({
      apiVersion: 'v2',
      secret: { name: leaf('secret', 'store'), besideRollout: true },
      aggregator: leaf('aggregator', 'sum'),
      requestTimeoutSeconds: leaf('timeout', 30),
    }),
    others: [new DatadogSource({ queries: { errors: 'sum:errors{*}', requests: 'sum:requests{*}' } }), new DatadogSource({ apiVersion: DatadogApiVersion.V1 })],
    query: 'avg:errors{service:checkout}',
    answer: value => value,
    silent: [null],
  },
  {
    source: new GraphiteSource({ address: 'http://graphite' }),
    store: leaf => graphiteStore({ address: leaf('address', 'http://graphite') }),
    query: 'target=asPercent(a,b)&from=-5min',
    answer: value => [1, 2, value],
    silent: [[]],
  },
  {
    source: new InfluxDbSource({ secret }),
    store: leaf => influxDbStore({ secret: leaf('secret', 'store') }),
    query: 'from(bucket: "shop") |> range(start: -5m) |> last()',
    answer: value => [value, 'later'],
    silent: [[null], [NaN]],
  },
  {
    source: new KayentaSource({
      address: 'http://kayenta:8090',
      application: 'shop',
      metricsAccountName: 'metrics',
      storageAccountName: 'results',
      configurationAccountName: 'configurations',
      marginal: 40,
      lookback: true,
      scopes: [{
        name: 'default',
        control: { scope: 'stable', region: 'eu', step: Duration.seconds(30), start: '2026-01-31T12:00:00Z', end: '2026-01-31T13:00:00Z' },
        experiment: { scope: 'canary', region: 'eu', start: '2026-01-31T12:00:00Z', end: '2026-01-31T13:00:00Z' },
      }],
    }),
    store: leaf => kayentaStore({
      address: leaf('address', 'http://kayenta:8090'),
      application: leaf('application', 'shop'),
      metricsAccountName: leaf('metricsAccountName', 'metrics'),
      storageAccountName: leaf('storageAccountName', 'results'),
      configurationAccountName: leaf('configurationAccountName', 'configurations'),
      marginal: leaf('marginal', 40),
      lookback: true,
      scopes: [{
        name: leaf('scope', 'default'),
        control: {
          scope: leaf('control', 'stable'),
          region: leaf('region', 'eu'),
          stepSeconds: leaf('step', 30),
          start: leaf('start', '2026-01-31T12:00:00Z'),
          end: leaf('end', '2026-01-31T13:00:00Z'),
        },
        experiment: { scope: 'canary', region: 'eu', stepSeconds: 60, start: '2026-01-31T12:00:00Z', end: '2026-01-31T13:00:00Z' },
      }],
    }),
    query: 'checkout-errors',
    judges: 'by itself',
  },
  {
    source: new NewRelicSource({ secret, timeout: Duration.seconds(10) }),
    store: leaf => newRelicStore({ secret: leaf('secret', 'store'), timeoutSeconds: leaf('timeout', 10) }),
    query: "SELECT average(duration) AS 'answer' FROM Transaction SINCE 5 minutes ago",
    answer: value => ({ answer: value, other: 1 }),
    silent: [{ answer: null }],
  },
  {
    source: new PluginSource({ name: 'acme/metrics', settings: { region: 'eu' }, querySetting: 'ask' }),
    store: leaf => pluginStore({ name: 'acme/metrics', settings: { region: leaf('region', 'eu') }, querySetting: 'ask' }),
    query: 'whatever it takes',
    judges: 'only by conditions of the question',
  },
  {
    source: new PrometheusSource({
      address: 'https://prometheus',
      headers: { 'X-Scope-OrgID': 'shop' },
      secretHeaders: { Authorization: SecretReference.named('prometheus', { key: 'bearer' }) },
      oauth2: { tokenUrl: 'https://login/token', clientId: 'rollouts', clientSecret: secret, scopes: ['read'] },
      insecure: true,
      timeout: Duration.seconds(20),
    }),
    store: leaf => prometheusStore({
      address: leaf('address', 'https://prometheus'),
      headers: { 'X-Scope-OrgID': leaf('header', 'shop') },
      secretHeaders: [{ name: 'Authorization', secret: { secret: 'prometheus', key: 'bearer' } }],
      authentication: {
        kind: 'oauth2',
        tokenUrl: leaf('tokenUrl', 'https://login/token'),
        clientId: leaf('clientId', 'rollouts'),
        clientSecret: { secret: 'store', key: 'client-secret' },
        scopes: [leaf('scope', 'read')],
      },
      insecure: leaf('insecure', true),
      timeoutSeconds: leaf('timeout', 20),
    }),
    others: [new PrometheusSource({
      address: 'https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1',
      sigv4: { region: 'eu-west-1', profile: 'metrics', roleArn: 'arn:aws:iam::1:role/metrics' },
    })],
    query: 'sum(up)',
    answer: value => [value, 50],
    silent: [[], [NaN]],
  },
  {
    source: new PrometheusSource({ address: 'http://prometheus', rangeQuery: { beginsAgo: Duration.minutes(5), endsAgo: Duration.minutes(1), step: Duration.seconds(30) } }),
    store: leaf => prometheusStore({
      address: 'http://prometheus',
      range: { beginsSecondsAgo: leaf('beginsAgo', 300), endsSecondsAgo: leaf('endsAgo', 60), stepSeconds: leaf('step', 30) },
    }),
    name: 'prometheus over a range',
    query: 'sum(up)',
    answer: value => [NaN, value, value],
    silent: [[], [NaN, NaN]],
  },
  {
    source: new SkyWalkingSource({ address: 'http://oap:12800' }),
    store: leaf => skyWalkingStore({ address: leaf('address', 'http://oap:12800') }),
    query: graphQl,
    answer: value => skyWalkingAnswer(null, value, value),
    silent: [skyWalkingAnswer(), skyWalkingAnswer(null, null), { answer: { results: [] } }],
  },
  {
    source: new WavefrontSource({ address: 'example.wavefront.com' }),
    store: leaf => wavefrontStore({ address: leaf('address', 'example.wavefront.com') }),
    query: 'default(1000, ts("errors"))',
    answer: value => value,
    judges: 'without knowing of no data',
  },
];
