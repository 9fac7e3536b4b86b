import { Duration } from 'cdk8s';
import {
  CloudWatchSource, DatadogAggregator, DatadogApiVersion, DatadogSource, DynatraceSource, ExternalMetricsSource, GraphiteSource, InfluxDbSource,
  KayentaSource, KeptnSource, NewRelicSource, PluginSource, PrometheusSource, SecretReference, SkyWalkingSource, SplunkSource, StackdriverSource,
  WavefrontSource,
} from 'rolloutkit';
import type { Specimen } from './conformance';
import { cloudWatchStore } from '../../src/metrics/cloud-watch';
import { datadogStore } from '../../src/metrics/datadog';
import { dynatraceStore } from '../../src/metrics/dynatrace';
import { externalMetricsStore } from '../../src/metrics/external-metrics';
import { graphiteStore } from '../../src/metrics/graphite';
import { influxDbStore } from '../../src/metrics/influx-db';
import { kayentaStore } from '../../src/metrics/kayenta';
import { keptnStore } from '../../src/metrics/keptn';
import { newRelicStore } from '../../src/metrics/new-relic';
import { pluginStore } from '../../src/metrics/plugin';
import { prometheusStore } from '../../src/metrics/prometheus';
import { skyWalkingStore } from '../../src/metrics/sky-walking';
import { splunkStore } from '../../src/metrics/splunk';
import { stackdriverStore } from '../../src/metrics/stackdriver';
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
    flagger: {
      source: new CloudWatchSource({
        region: 'eu-west-1',
        inputs: [{ id: 'share', metric: { metricNamespace: 'shop', metricName: 'errors', dimensions: { service: '{{args.canary-service}}' }, statistic: 'Average' } }],
      }),
      store: leaf => cloudWatchStore({
        region: leaf('region', 'eu-west-1'),
        inputs: [{
          id: 'share',
          metric: {
            metricNamespace: leaf('metricNamespace', 'shop'),
            metricName: leaf('metricName', 'errors'),
            dimensions: { service: leaf('dimension', '{{args.canary-service}}') },
            statistic: leaf('statistic', 'Average'),
          },
        }],
      }),
    },
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
    flagger: {
      source: new DatadogSource({ secret, address: 'https://api.datadoghq.eu', queries: { avg: 'avg:errors{*}', service: 'sum:requests{*}' } }),
      store: leaf => datadogStore({
        apiVersion: 'v2',
        secret: { name: leaf('secret', 'store'), besideRollout: false },
        address: leaf('address', 'https://api.datadoghq.eu'),
        queries: { avg: leaf('errors', 'avg:errors{*}'), service: leaf('requests', 'sum:requests{*}') },
      }),
    },
    query: 'avg:errors{service:checkout}',
    answer: value => value,
    silent: [null],
  },
  {
    source: new DynatraceSource({ address: 'https://abc12345.live.dynatrace.com', secret }),
    store: leaf => dynatraceStore({ address: leaf('address', 'https://abc12345.live.dynatrace.com'), secret: leaf('secret', 'store') }),
    query: 'builtin:service.errors.total.rate:avg',
  },
  {
    source: new ExternalMetricsSource({ address: 'https://external-metrics.monitoring', secret }),
    store: leaf => externalMetricsStore({ address: leaf('address', 'https://external-metrics.monitoring'), secret: leaf('secret', 'store') }),
    others: [new ExternalMetricsSource()],
    query: '{{args.namespace}}/queue-length?labelSelector=app%3Dcheckout',
  },
  {
    source: new GraphiteSource({ address: 'http://graphite' }),
    store: leaf => graphiteStore({ address: leaf('address', 'http://graphite') }),
    flagger: {
      source: new GraphiteSource({ address: 'https://graphite', basicAuth: secret, insecure: true }),
      store: leaf => graphiteStore({ address: leaf('address', 'https://graphite'), basicAuth: leaf('secret', 'store'), insecure: leaf('insecure', true) }),
    },
    query: 'target=asPercent(a,b)&from=-5min',
    answer: value => [1, 2, value],
    silent: [[]],
  },
  {
    source: new InfluxDbSource({ secret }),
    store: leaf => influxDbStore({ secret: leaf('secret', 'store') }),
    flagger: {
      source: new InfluxDbSource({ secret, address: 'http://influxdb:8086' }),
      store: leaf => influxDbStore({ secret: leaf('secret', 'store'), address: leaf('address', 'http://influxdb:8086') }),
    },
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
    source: new KeptnSource(),
    store: () => keptnStore(),
    query: 'keptnmetric/{{args.namespace}}/error-rate',
  },
  {
    source: new NewRelicSource({ secret, timeout: Duration.seconds(10) }),
    store: leaf => newRelicStore({ secret: leaf('secret', 'store'), timeoutSeconds: leaf('timeout', 10) }),
    flagger: {
      source: new NewRelicSource({ secret, address: 'https://insights-api.eu.newrelic.com' }),
      store: leaf => newRelicStore({ secret: leaf('secret', 'store'), address: leaf('address', 'https://insights-api.eu.newrelic.com') }),
    },
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
    }), new PrometheusSource({ address: 'https://prometheus', bearerToken: secret })],
    flagger: {
      source: new PrometheusSource({ address: 'https://prometheus', headers: { 'X-Scope-OrgID': 'shop' }, basicAuth: secret, insecure: true }),
      store: leaf => prometheusStore({
        address: leaf('address', 'https://prometheus'),
        headers: { 'X-Scope-OrgID': leaf('header', 'shop') },
        basicAuth: leaf('secret', 'store'),
        insecure: leaf('insecure', true),
      }),
    },
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
    flagger: { source: new PrometheusSource({ address: 'http://prometheus' }), store: leaf => prometheusStore({ address: leaf('address', 'http://prometheus') }) },
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
    source: new SplunkSource({ address: 'https://api.eu0.signalfx.com', secret }),
    store: leaf => splunkStore({ address: leaf('address', 'https://api.eu0.signalfx.com'), secret: leaf('secret', 'store') }),
    query: "data('errors', filter=filter('service', 'checkout')).sum(over='5m').publish()",
  },
  {
    source: new StackdriverSource({ secret }),
    store: leaf => stackdriverStore({ secret: leaf('secret', 'store') }),
    query: 'fetch k8s_container | metric \'shop/errors\' | within 5m | group_by [], 1.0 * sum(val())',
  },
  {
    source: new WavefrontSource({ address: 'example.wavefront.com' }),
    store: leaf => wavefrontStore({ address: leaf('address', 'example.wavefront.com') }),
    query: 'default(1000, ts("errors"))',
    answer: value => value,
    judges: 'without knowing of no data',
  },
];
