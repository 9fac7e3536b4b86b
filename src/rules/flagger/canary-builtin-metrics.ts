import { BUILTIN_METRICS } from '../../graph/canary';
import type { CanaryMetricUse } from '../../graph/canary';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';

/** Their own names of what they send requests to come of the Service, and Flagger asks for the target. */
const BY_SERVICE = ['traefik', 'gloo', 'kuma', 'apisix'];
/** Asked for the names of pods, as those of a Deployment are made. */
const BY_POD = ['kubernetes', 'gatewayapi:v1', 'gatewayapi:v1beta1', 'appmesh', 'appmesh:v1beta2'];
const BY_DEPLOYMENT = ['linkerd', 'osm'];
/** For a Service of Kubernetes all others are asked as Istio is. */
const KNOWS_SERVICES = /^(?:istio|appmesh|gloo|gatewayapi)/;

export const canaryBuiltinMetrics: Rule = {
  id: 'canary-builtin-metrics',
  class: 'broken',
  summary: 'the metrics that Flagger has itself find the canary behind this provider',
  why: 'their queries are made for a Deployment behind a Service of its name: for anything else they find nothing, which is a failed check, or the primary',
  covers: ['FM-18', 'FM-19', 'FM-20', 'FM-21', 'FX-02'],
  check: (graph) => forEachCanary(graph, function* ({ metricsAsked }): Iterable<Remark> {
    const builtin = metricsAsked.filter(({ name = '' }) => BUILTIN_METRICS.includes(name));
    yield* judgeService(builtin);
    for (const use of builtin) {
      yield* judge(use);
    }
  }),
};

function* judgeService([use]: readonly CanaryMetricUse[]): Iterable<Remark> {
  if (use === undefined) {
    return;
  }
  const { provider = '', targetName, serviceName, service } = use.canary;
  if (BY_SERVICE.includes(provider) && service.has('name') && serviceName !== undefined && targetName !== undefined && serviceName !== targetName) {
    yield remark(
      service.at('name'), `must be the name of the target, ${targetName}, for ${use.name} behind ${provider}, got ${serviceName}: no value is found`,
      write(service.at('name'), targetName),
    );
  }
}

function* judge({ field, canary }: CanaryMetricUse): Iterable<Remark> {
  const { provider, targetKind, targetName } = canary;
  const told = (message: string, details?: RemarkDetails, fix = 'write templateRef: { name: ... } and a name of its own, with a MetricTemplate that asks for the canary') =>
    remark(field.at('name'), `${message}, got ${field.textAt('name')}`, fix, details);
  if (provider === undefined || targetName === undefined) {
    return;
  }
  if (targetKind === 'DaemonSet' && BY_POD.includes(provider)) {
    yield told(`must be a metric with a query, as pods of DaemonSet ${targetName}-primary are taken for those of the canary`);
  } else if (targetKind === 'DaemonSet' && BY_DEPLOYMENT.includes(provider)) {
    yield told(`must be a metric with a query, as ${provider} is asked for a Deployment ${targetName}, which is none`);
  } else if (targetKind === 'Service' && !canary.isOfKnative && !KNOWS_SERVICES.test(provider)) {
    yield told('must be a metric with a query, as for a Service Flagger asks for the metrics of Istio', { class: 'risky' });
  } else if (provider.startsWith('gatewayapi')) {
    yield told('must be a metric with a query, as for the Gateway API Flagger asks for http_request_duration_seconds of the pods themselves, which many have not', { class: 'advice' });
  }
}
