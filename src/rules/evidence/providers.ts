import type { UpstreamChecks } from './upstream-checks';

const DATADOG = 'argo:metricproviders/datadog/datadog.go';
const PROMETHEUS = 'argo:metricproviders/prometheus/prometheus.go';

/** Of what a metric tells its provider, at each measurement. */
export const providerChecks: UpstreamChecks = {
  'PR-01': ['Prometheus without an address', `${PROMETHEUS}#L246`],
  'PR-02': ['Prometheus with an address that has no scheme or no host', `${PROMETHEUS}#L237`],
  'PR-03': ['Prometheus with a negative timeout', `${PROMETHEUS}#L205`],
  'PR-04': ['Prometheus with half of a user name and password'],
  'PR-05': ['OAuth2 without the id or the secret of the client', `${PROMETHEUS}#L286`],
  'PR-06': ['a range query whose ends are no times, or whose step is no duration', `${PROMETHEUS}#L63`],
  'PR-07': ['Datadog without a query', `${DATADOG}#L385`],
  'PR-08': ['Datadog with one query and several', `${DATADOG}#L390`],
  'PR-09': ['Datadog in version 1 with several queries', `${DATADOG}#L395`],
  'PR-10': ['Datadog with a formula and no queries', `${DATADOG}#L400`],
  'PR-11': ['Datadog with several queries and no formula', `${DATADOG}#L408`],
  'PR-12': ['Datadog in version 1 with an aggregator', `${DATADOG}#L412`],
  'PR-13': ['Datadog with a timeout that is no duration, or not positive', `${DATADOG}#L419`],
  'PR-14': ['Datadog with a Secret of the namespace, and no name for it', `${DATADOG}#L463`],
  'PR-15': ['a web request with two bodies', 'argo:metricproviders/webmetric/webmetric.go#L73'],
  'PR-16': ['a web request with a body, and a method that has none', 'argo:metricproviders/webmetric/webmetric.go#L75'],
  'PR-17': ['a path into the answer that cannot be read', 'argo:metricproviders/webmetric/webmetric.go#L218'],
  'PR-18': ['New Relic with a negative timeout', 'argo:metricproviders/newrelic/newrelic.go#L34'],
  'PR-19': ['Graphite with an address that is no URL', 'argo:metricproviders/graphite/graphite.go#L28'],
  'PR-20': ['SkyWalking without an interval, or with one that is no duration', 'argo:metricproviders/skywalking/skywalking.go#L140'],
  'PR-21': ['Kayenta with a start or an end on one side only', 'argo:metricproviders/kayenta/kayenta.go#L248'],
  'PR-22': ['Kayenta without times, and no interval to make them of', 'argo:metricproviders/kayenta/kayenta.go#L280'],
  'PR-23': ['CloudWatch with an interval that is no duration', 'argo:metricproviders/cloudwatch/cloudwatch.go#L68'],
  'PR-24': ['a job of a name, or with pods, that Kubernetes refuses', 'argo:metricproviders/job/job.go#L169'],
  'PR-25': ['a plugin that the controller is not told of', 'argo:utils/plugin/plugin.go#L15'],
  'PR-26': ['a Secret for a provider that is not there', `${DATADOG}#L450`],
};
