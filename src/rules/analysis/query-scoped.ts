import type { Argument } from '../../graph/argument';
import type { MetricInUse } from '../../graph/metric-in-use';
import { RolloutNode } from '../../graph/rollout';
import type { Matcher, Selector } from '../../promql/syntax';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Series that exist once for each pod or Service, so that canary and stable have some each. Others may be one for the whole business. */
const PER_VERSION = /http|grpc|request|response|latency|duration|^container_|^kube_pod|^istio_|^envoy_|^nginx_|^traefik_|^process_/;
/** Labels that tell versions apart, whatever their value. */
const VERSION_LABEL = /hash|version|revision|canary|subset|track|^role$/;
/** Says that a query is not about the canary on purpose. */
const ANNOTATION = 'rolloutkit.dev/scope';
const INTENDED = ['service', 'everything'];

export const queryScoped: Rule = {
  id: 'query-scoped',
  class: 'risky',
  summary: 'the query of a canary is about the canary',
  why: 'at weight 5 a query over both versions is 95 % stable: a canary that fails every request barely moves it',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.query !== undefined && !asksForCanary(item)) {
        yield* judge(item);
      }
    }
  },
};

function* judge(item: MetricInUse): Iterable<Remark> {
  const { metric, template, use } = item;
  const rollout = use?.rollout;
  // Behind the active Service of a blue-green there is one version only.
  if (use === undefined || !(rollout instanceof RolloutNode) || !rollout.canary.exists || isIntended(item)) {
    return;
  }
  const selectors = item.selectors.filter((selector) => PER_VERSION.test(selector.metric ?? ''));
  if (selectors.length === 0 || selectors.some((selector) => tellsVersions(selector, rollout))) {
    return;
  }
  const canary = rollout.service('canary')?.name;
  const label = canary === undefined ? 'rollouts_pod_template_hash="{{args.canary-hash}}"' : `rollouts_pod_template_hash="{{args.canary-hash}}", or service="${canary}"`;
  yield remark(
    metric.query, `measures ${selectors[0].metric} of both versions together: nothing in the query tells the canary from the stable pods`,
    `add a label such as ${label}, with canary-hash from podTemplateHashValue: Latest; or annotate ${template.resource} ${ANNOTATION}: service if that is meant`,
    { about: rollout },
  );
}

function isIntended({ metric, template }: MetricInUse): boolean {
  return INTENDED.includes(template.annotation(`${ANNOTATION}.${metric.name ?? ''}`) ?? template.annotation(ANNOTATION) ?? '');
}

/** Whether an argument in the query comes from the canary, or from somewhere that cannot be told. */
function asksForCanary({ queryHoles, given }: MetricInUse): boolean {
  return queryHoles.some(({ argument }) => {
    const found = argument === undefined ? undefined : given.find(argument);
    return found === undefined || isOfCanary(found);
  });
}

function isOfCanary(argument: Argument): boolean {
  switch (argument.source) {
    case 'value':
      return argument.literal === undefined;
    case 'pod hash':
      return argument.valueFrom.at('podTemplateHashValue').text !== 'Stable';
    default:
      return true;
  }
}

function tellsVersions({ matchers }: Selector, rollout: RolloutNode): boolean {
  const canary = rollout.service('canary')?.name;
  return matchers.some(({ label, value }: Matcher) => VERSION_LABEL.test(label) || /canary/i.test(value)
    || (canary !== undefined && value.includes(canary)));
}
