import { DatadogAggregator, DatadogApiVersion } from 'rolloutkit/pulumi';
import type { Controller, MetricSource } from 'rolloutkit/pulumi';
import { specimen } from './specimen';
import type { Specimen } from './specimen';

const secret = { name: 'store' };
const keyed = { name: 'store', key: 'token' };
const query = 'sum(up)';

const argo: readonly (readonly [source: MetricSource, query: string])[] = [
  [{
    cloudWatch: {
      inputs: [
        { id: 'errors', label: 'bad ones', metric: { metricNamespace: 'Shop', metricName: 'Errors', dimensions: { group: 'canary' }, statistic: 'Sum', period: '1m', unit: 'Count' } },
        { id: 'share', expression: 'errors / 5' },
      ],
    },
  }, '100 * share'],
  [{ datadog: { secret, secretBesideRollout: true, aggregator: DatadogAggregator.SUM, requestTimeout: '30s' } }, 'avg:errors{service:checkout}'],
  [{ datadog: { apiVersion: DatadogApiVersion.V1 } }, 'avg:errors{service:checkout}'],
  [{ datadog: { queries: { errors: 'sum:errors{*}' } } }, 'errors * 100'],
  [{ graphite: { address: 'http://graphite' } }, 'target=asPercent(a,b)&from=-5min'],
  [{ influxDb: { secret } }, 'from(bucket: "shop") |> range(start: -5m) |> last()'],
  [{
    kayenta: {
      address: 'http://kayenta:8090',
      application: 'shop',
      metricsAccountName: 'metrics',
      storageAccountName: 'results',
      configurationAccountName: 'configurations',
      marginal: 40,
      lookback: true,
      scopes: [{
        name: 'default',
        control: { scope: 'stable', region: 'eu', step: '30s', start: '2026-01-31T12:00:00Z', end: '2026-01-31T13:00:00Z' },
        experiment: { scope: 'canary', region: 'eu', step: '30s', start: '2026-01-31T12:00:00Z', end: '2026-01-31T13:00:00Z' },
      }],
    },
  }, 'checkout-errors'],
  [{ newRelic: { secret, timeout: '10s' } }, "SELECT average(duration) AS 'answer' FROM Transaction SINCE 5 minutes ago"],
  [{ plugin: { name: 'acme/metrics', settings: { region: 'eu' }, querySetting: 'ask' } }, 'whatever'],
  [{ plugin: { name: 'acme/metrics', json: '{ "region": "eu" }' } }, 'whatever'],
  [{
    prometheus: {
      address: 'https://prometheus',
      headers: { 'X-Scope-OrgID': 'shop' },
      secretHeaders: { Authorization: keyed },
      insecure: true,
      timeout: '20s',
      oauth2: { tokenUrl: 'https://login/token', clientId: 'rollouts', clientSecret: keyed, scopes: ['read'] },
    },
  }, query],
  [{ prometheus: { address: 'https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1', sigv4: { region: 'eu-west-1', profile: 'metrics', roleArn: 'arn:aws:iam::1:role/metrics' } } }, query],
  [{ prometheus: { address: 'https://prometheus', bearerToken: keyed } }, query],
  [{ prometheus: { address: 'https://prometheus', rangeQuery: { beginsAgo: '5m', endsAgo: '1m', step: '30s' } } }, query],
  [{ skyWalking: { address: 'http://oap:12800' } },
    'query ($duration: Duration!) { answer: execExpression(expression: "service_sla / 100", duration: $duration) { results { values { value } } } }'],
  [{ wavefront: { address: 'example.wavefront.com' } }, 'default(1000, ts("errors"))'],
];

const flagger: readonly (readonly [source: MetricSource, query: string])[] = [
  [{ cloudWatch: { region: 'eu-west-1', inputs: [{ id: 'share', metric: { metricNamespace: 'Shop', metricName: 'Errors', dimensions: { group: 'canary' }, statistic: 'Sum' } }] } }, 'share'],
  [{ datadog: { secret, address: 'https://api.datadoghq.eu', queries: { avg: 'avg:errors{*}' } } }, 'avg:errors{service:checkout}'],
  [{ dynatrace: { address: 'https://abc12345.live.dynatrace.com', secret } }, 'builtin:service.errors.total.rate:avg'],
  [{ externalMetrics: { address: 'https://external-metrics.monitoring', secret } }, '{{args.namespace}}/queue-length?labelSelector=app%3Dcheckout'],
  [{ graphite: { address: 'https://graphite', basicAuth: secret, insecure: true } }, 'target=asPercent(a,b)&from=-5min'],
  [{ influxDb: { secret, address: 'http://influxdb:8086' } }, 'from(bucket: "shop") |> range(start: -5m) |> last()'],
  [{ keptn: true }, 'keptnmetric/{{args.namespace}}/error-rate'],
  [{ newRelic: { secret, address: 'https://insights-api.eu.newrelic.com' } }, "SELECT average(duration) AS 'answer' FROM Transaction SINCE 5 minutes ago"],
  [{ prometheus: { address: 'https://prometheus', headers: { 'X-Scope-OrgID': 'shop' }, basicAuth: secret, insecure: true } }, query],
  [{ splunk: { address: 'https://api.eu0.signalfx.com', secret } }, "data('errors', filter=filter('service', 'checkout')).sum(over='5m').publish()"],
  [{ stackdriver: { secret } }, "fetch k8s_container | metric 'shop/errors' | within 5m | group_by [], 1.0 * sum(val())"],
];

const asked = (sources: typeof argo, engine: string, controller: Controller) => sources.map(([source, each], index) =>
  specimen('MetricAnalysis', `asked-by-${engine}-${index}-${Object.keys(source)[0].toLowerCase()}`, { templateName: 'asked', namespace: 'shop', controller, source, query: each, ...goodIn(source) }));

/** A plugin and Wavefront answer in words of their own. */
function goodIn({ plugin }: MetricSource) {
  return plugin === undefined ? { atLeast: 90 } : { successCondition: 'result > 90' };
}

export const specimens: readonly Specimen[] = [...asked(argo, 'argo', { argoRollouts: {} }), ...asked(flagger, 'flagger', { flagger: {} })];
