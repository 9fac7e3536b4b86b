import type { Fields } from './case';
import { object, secret } from './flagger-pieces';

/* Questions of Canaries, one for each store that Flagger can ask. */

interface Measured {
  readonly metrics: readonly Fields[];
  readonly others: readonly Fields[];
}

const QUERY = 'sum(rate(http_requests_total{namespace="{{ namespace }}", pod=~"{{ target }}-[0-9a-z]+-[0-9a-z]+"}[{{ interval }}]))';

/** A question by template, with what the template names. */
function asked(provider: Fields, query: string, credentials?: Fields): Measured {
  return {
    metrics: [{ name: 'errors', interval: '1m', templateRef: { name: 'errors' }, thresholdRange: { max: 1 } }],
    others: [
      object('flagger.app/v1beta1', 'MetricTemplate', 'errors', { provider: { ...provider, ...credentials && { secretRef: { name: 'store' } } }, query }),
      ...credentials ? [secret('store', credentials)] : [],
    ],
  };
}

export const flaggerMetrics: Readonly<Record<string, Measured>> = {
  'builtin': {
    metrics: [
      { name: 'request-success-rate', interval: '1m', thresholdRange: { min: 99 } }, { name: 'request-duration', interval: '30s', thresholdRange: { max: 500 } },
      { name: 'inline', interval: '1m', query: QUERY, threshold: 5 },
    ],
    others: [],
  },
  'prometheus': asked({ type: 'prometheus', address: 'http://prometheus.monitoring:9090' }, QUERY, { token: 't' }),
  'prometheus-variables': {
    ...asked({ type: 'prometheus', address: 'http://prometheus.monitoring:9090', insecureSkipVerify: true, headers: { 'x-scope': ['shop'] } }, 'sum(up{z="{{ variables.zone }}"})'),
    metrics: [{ name: 'errors', interval: '1m', templateRef: { name: 'errors', namespace: 'shop' }, templateVariables: { zone: 'eu' }, thresholdRange: { min: 0, max: 1 } }],
  },
  'datadog': asked({ type: 'datadog' }, 'avg:http.errors{service:{{ target }}}', { datadog_api_key: 'a', datadog_application_key: 'b' }),
  'newrelic': asked({ type: 'newrelic' }, 'SELECT average(duration) FROM Transaction', { newrelic_account_id: '1', newrelic_query_key: 'b' }),
  'cloudwatch': asked({ type: 'cloudwatch', region: 'eu-west-1' }, '[{"Id":"e1","Expression":"m1"}]'),
  'graphite': asked({ type: 'graphite', address: 'http://graphite.monitoring' }, 'target=errors.{{ target }}', { username: 'u', password: 'p' }),
  'influxdb': asked({ type: 'influxdb', address: 'http://influxdb.monitoring:8086' }, 'from(bucket: "shop")', { token: 't', org: 'o' }),
  'dynatrace': asked({ type: 'dynatrace', address: 'https://x.live.dynatrace.com' }, 'builtin:errors', { dynatrace_token: 't' }),
  'stackdriver': asked({ type: 'stackdriver' }, 'fetch k8s_container', { project: 'shop', serviceAccountKey: '{}' }),
  'splunk': asked({ type: 'splunk', address: 'https://api.us1.signalfx.com' }, 'data("errors").publish()', { sf_token_key: 't' }),
  'keptn': asked({ type: 'keptn' }, 'keptnmetric/shop/errors/2m'),
  'externalmetrics': asked({ type: 'externalmetrics', address: 'https://metrics.monitoring' }, 'shop/errors?labelSelector=app%3Dshop', { token: 't' }),
};
