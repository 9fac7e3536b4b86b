import type { Graph } from '../../graph/graph';
import type { MetricInUse } from '../../graph/metric-in-use';
import { RolloutNode } from '../../graph/rollout';
import { SERVICE, ServiceNode } from '../../graph/service';
import type { Selector } from '../../promql/syntax';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { asksForNewVersion, looksBeyond, PER_VERSION, SCOPE_ANNOTATION, tellsVersions } from '../versions';

/** A Service by the names that it has in a cluster, between what stands before and behind it. */
const ADDRESS = /^(?<start>https?:\/\/)(?<name>[a-z0-9-]+)(?<rest>(?:\.(?<space>[a-z0-9-]+)(?:\.svc(?:\.[a-z0-9.-]+)?)?)?(?::\d+)?(?:[/?#].*)?)$/i;

export const queryScoped: Rule = {
  id: 'query-scoped',
  class: 'risky',
  summary: 'the query of a canary is about the canary',
  why: 'at weight 5 a query over both versions is 95 % stable: a canary that fails every request barely moves it',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsOf('web')) {
      yield* judgeAddress(item, graph);
    }
    for (const item of graph.metricsOf('prometheus')) {
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
  const isOfVersion = ({ metric: name = '' }: Selector): boolean => PER_VERSION.test(name);
  const selectors = item.query?.selectors.some(isOfVersion) === true ? item.selectors.filter(isOfVersion) : [];
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

/** A web metric asks whoever answers at its address. */
function* judgeAddress(item: MetricInUse, graph: Graph): Iterable<Remark> {
  const { metric, template, use, given } = item;
  const rollout = use?.rollout;
  const url = metric.field.at('provider', 'web', 'url');
  const address = ADDRESS.exec(given.fill(url.text ?? ''))?.groups;
  if (address === undefined || !(rollout instanceof RolloutNode) || !rollout.canary.exists || looksBeyond(item)) {
    return;
  }
  const { start, name, rest, space: namespace = rollout.namespace } = address;
  const asked = graph.index.named(SERVICE, name).filter((node) => node instanceof ServiceNode)
    .find((service) => service.isNear(namespace) && service.isNear(rollout.namespace));
  const role = rollout.services.find((each) => each.name === name)?.role;
  // of a pair that takes turns nobody knows which is which
  const isOther = role !== undefined && role !== 'stable';
  if (asked === undefined || isOther || (role === undefined && !asked.takes(rollout.podTemplate?.at('metadata', 'labels')))) {
    return;
  }
  const canary = rollout.service('canary')?.name;
  // the controller asks, from a namespace of its own
  const where = address.space === undefined && rollout.namespace !== undefined ? `.${rollout.namespace}` : '';
  const instead = canary === undefined ? 'name a canaryService, which leads to the new version alone, and ask that one' : write(url, `${start}${canary}${where}${rest}`);
  yield remark(
    url, `asks Service ${name} about the canary, and it leads to ${role === undefined ? 'both versions' : 'the old version'}`,
    `${instead}; or annotate ${template.resource} ${SCOPE_ANNOTATION}: service if that is meant`, { about: rollout },
  );
}
