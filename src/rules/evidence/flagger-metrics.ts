import type { UpstreamChecks } from './upstream-checks';

const CHECKS = 'flagger:pkg/controller/scheduler_metrics.go';
const OBSERVERS = 'flagger:pkg/metrics/observers';
const PROMETHEUS = 'flagger:pkg/metrics/providers/prometheus.go';
const MEASURED = 'conformance/scenarios/naive-flagger.ts';

/** Of what Flagger asks. */
export const canaryMetricChecks: UpstreamChecks = {
  'FM-01': ['a MetricTemplate without an `interval` at the metric: it is filled in as nothing', `${CHECKS}#L303`, `${CHECKS}#L144`],
  'FM-02': ['a metric that Flagger does not have itself, and that has nothing to ask', `${CHECKS}#L346`, 'flagger#892', 'flagger#1754'],
  'FM-03': ['a metric that Flagger has itself, with a query: both are asked', `${CHECKS}#L148`, `${CHECKS}#L272`, 'flagger#1716'],
  'FM-04': ['neither `threshold` nor `thresholdRange`: a success rate passes always, and anything else only at 0', `${CHECKS}#L177`, `${CHECKS}#L212`],
  'FM-05': ['an empty `thresholdRange`, or one from more to less', `${CHECKS}#L165`],
  'FM-06': ['a duration as a fraction, which is cut to whole milliseconds', `${CHECKS}#L207`],
  'FM-07': ['a success rate with a `max`, as a fraction, or above 100', `${CHECKS}#L167`],
  'FM-08': ['the limit of a metric on the wrong side, by its name', `${CHECKS}#L341`],
  'FM-09': ['a MetricTemplate is not there, or not in the namespace of the Canary', `${CHECKS}#L278`],
  'FM-10': ['a query asks for what Flagger cannot fill in', `${OBSERVERS}/render.go#L29`],
  'FM-11': ['a query that is answered with a number, a text or a range, or that cannot be read', `${PROMETHEUS}#L150`, `${PROMETHEUS}#L157`],
  'FM-12': ['a query that is answered with several series, of which the last counts', `${PROMETHEUS}#L156`],
  'FM-13': ['a query that is answered with nothing, or with NaN: a failed check', `${PROMETHEUS}#L170`, `${MEASURED} naive-flagger/no-data`],
  'FM-14': ['an address without a scheme', `${PROMETHEUS}#L65`],
  'FM-15': ['a Secret that is not in the namespace of the MetricTemplate, or lacks a key', `${CHECKS}#L286`, `${PROMETHEUS}#L88`],
  'FM-16': ['an interval of less than two scrapes', 'flagger#1123', 'flagger#1004'],
  'FM-17': ['a provider that does not answer when the Canary is made: an event, and nothing else', `${CHECKS}#L39`],
  'FM-18': ['metrics of Flagger\'s own for a Service of Kubernetes: Istio is asked', `${CHECKS}#L114`, `${OBSERVERS}/factory.go#L99`],
  'FM-19': ['metrics of Flagger\'s own where the Service has another name than the target', `${OBSERVERS}/traefik.go#L32`],
  'FM-20': ['metrics of Flagger\'s own for a DaemonSet: the pods of the primary are asked for, or a Deployment', `${OBSERVERS}/http.go#L33`, `${OBSERVERS}/linkerd.go#L33`],
  'FM-21': ['metrics of Flagger\'s own for the Gateway API: the pods have to have them', `${OBSERVERS}/factory.go#L71`],
  'FM-22': ['metrics of Flagger\'s own where the option -mesh-provider says Linkerd: they are those of Linkerd', `${CHECKS}#L109`],
};
