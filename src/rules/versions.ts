import type { Argument } from '../graph/argument';
import type { MetricInUse } from '../graph/metric-in-use';
import type { ResourceNode } from '../graph/resource-node';
import type { Matcher, Selector } from '../promql/syntax';

/** Labels that tell versions apart, whatever their value. */
const VERSION_LABEL = /hash|version|revision|canary|preview|subset|track|^role$/;
/** Says that a query is not about the new version on purpose. */
export const SCOPE_ANNOTATION = 'rolloutkit.dev/scope';
const INTENDED = ['stable', 'service', 'everything'];
/** Series that exist once for each pod or Service, so that canary and stable have some each. Others may be one for the whole business. */
export const PER_VERSION = /http|grpc|request|response|latency|duration|^container_|^kube_pod|^istio_|^envoy_|^nginx_|^traefik_|^process_/;

/** Whether the template says that the query looks beyond the new version on purpose. */
export function looksBeyond({ metric, template }: MetricInUse): boolean {
  return INTENDED.includes(template.annotation(`${SCOPE_ANNOTATION}.${metric.name ?? ''}`) ?? template.annotation(SCOPE_ANNOTATION) ?? '');
}

/** The same of a template of Flagger, which has one query. */
export function saysBeyond(template: ResourceNode | undefined): boolean {
  return INTENDED.includes(template?.annotation(SCOPE_ANNOTATION) ?? '');
}

/** Whether an argument in the query comes from the new version, or from somewhere that cannot be told. */
export function asksForNewVersion({ queryHoles, given }: MetricInUse): boolean {
  return queryHoles.some(({ argument }) => {
    const found = argument === undefined ? undefined : given.find(argument);
    return found === undefined || isOfNewVersion(found);
  });
}

function isOfNewVersion(argument: Argument): boolean {
  switch (argument.source) {
    case 'value':
      return argument.literal === undefined || argument.literal.includes('{{templates.');
    case 'pod hash':
      return argument.valueFrom.at('podTemplateHashValue').text !== 'Stable';
    default:
      return true;
  }
}

/** Whether a selector tells the new version from the old one, which it may do by the name of its Service. */
export function tellsVersions({ matchers }: Selector, service: string | undefined): boolean {
  return matchers.some(({ label, value }: Matcher) => VERSION_LABEL.test(label) || /canary|preview/i.test(value)
    || (service !== undefined && value.includes(service)));
}
