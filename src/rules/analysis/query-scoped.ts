import type { MetricInUse } from '../../graph/metric-in-use';
import { RolloutNode } from '../../graph/rollout';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { asksForNewVersion, looksBeyond, SCOPE_ANNOTATION, tellsVersions } from '../versions';

/** Series that exist once for each pod or Service, so that canary and stable have some each. Others may be one for the whole business. */
const PER_VERSION = /http|grpc|request|response|latency|duration|^container_|^kube_pod|^istio_|^envoy_|^nginx_|^traefik_|^process_/;

export const queryScoped: Rule = {
  id: 'query-scoped',
  class: 'risky',
  summary: 'the query of a canary is about the canary',
  why: 'at weight 5 a query over both versions is 95 % stable: a canary that fails every request barely moves it',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.query !== undefined && !asksForNewVersion(item)) {
        yield* judge(item);
      }
    }
  },
};

function* judge(item: MetricInUse): Iterable<Remark> {
  const { metric, template, use } = item;
  const rollout = use?.rollout;
  // Behind the active Service of a blue-green there is one version only.
  if (use === undefined || !(rollout instanceof RolloutNode) || !rollout.canary.exists || looksBeyond(item)) {
    return;
  }
  const canary = rollout.service('canary')?.name;
  const selectors = item.selectors.filter((selector) => PER_VERSION.test(selector.metric ?? ''));
  if (selectors.length === 0 || selectors.some((selector) => tellsVersions(selector, canary))) {
    return;
  }
  const label = canary === undefined ? 'rollouts_pod_template_hash="{{args.canary-hash}}"' : `rollouts_pod_template_hash="{{args.canary-hash}}", or service="${canary}"`;
  yield remark(
    metric.query, `measures ${selectors[0].metric} of both versions together: nothing in the query tells the canary from the stable pods`,
    `add a label such as ${label}, with canary-hash from podTemplateHashValue: Latest; or annotate ${template.resource} ${SCOPE_ANNOTATION}: service if that is meant`,
    { about: rollout },
  );
}
