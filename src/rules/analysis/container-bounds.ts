import type { Field } from '../../graph/field';
import type { MetricInUse } from '../../graph/metric-in-use';
import { RolloutNode } from '../../graph/rollout';
import type { Selector } from '../../promql/syntax';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { asksForNewVersion } from '../versions';
import { listed } from '../wording';

export const containerBounds: Rule = {
  id: 'container-bounds',
  class: 'risky',
  summary: 'containers have the requests and limits that a query measures shares of',
  why: 'what is not set has no series: the container is not looked at, and where none is left a gate waits for an answer as long as it may, unless a LimitRange of the namespace sets it',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.use?.rollout instanceof RolloutNode && measuresShares(item) && asksForNewVersion(item)) {
        yield* judge(item, item.use.rollout);
      }
    }
  },
};

/** Few queries do: the others are not looked at any closer. */
function measuresShares({ query }: MetricInUse): boolean {
  return query?.selectors.some(({ metric = '' }) => metric === PERIODS || RESOURCES.test(metric)) ?? false;
}

const PERIODS = 'container_cpu_cfs_periods_total';
const RESOURCES = /^kube_pod_container_resource_(requests|limits)$/;

interface Bound {
  readonly kind: 'requests' | 'limits';
  readonly resource: string;
  /** Absent: all containers. */
  readonly container?: string;
}

function* judge(item: MetricInUse, rollout: RolloutNode): Iterable<Remark> {
  const containers = rollout.podTemplate?.at('spec', 'containers').items() ?? [];
  for (const bound of item.selectors.flatMap(boundsOf)) {
    const meant = containers.filter((each) => bound.container === undefined || each.textAt('name') === bound.container);
    const names = containers.flatMap((each) => each.textAt('name') ?? []);
    if (meant.length === 0 && names.length > 0 && names.length === containers.length) {
      yield remark(
        item.metric.query, `asks about the container ${bound.container}, and the pods of ${rollout.resource} are written with ${listed(names)}`,
        'name one of them, or waive this where the container is injected', { about: rollout },
      );
    }
    for (const container of meant) {
      yield* judgeContainer(container, bound, item);
    }
  }
}

function* judgeContainer(container: Field, { kind, resource }: Bound, { metric, template }: MetricInUse): Iterable<Remark> {
  const resources = container.at('resources');
  // A limit without a request is the request as well.
  if (resources.isUnknown || resources.at(kind).has(resource) || (kind === 'requests' && resources.at('limits').has(resource))) {
    return;
  }
  const verb = kind === 'limits' ? 'limit' : 'request';
  yield remark(
    container, `must ${verb} ${resource}, of which ${metric.name ?? template.resource} measures a share, got no such ${verb}: the container is not looked at`,
    `write resources: { ${kind}: { ${resource}: ${resource === 'cpu' ? '"1"' : '512Mi'} } }`, { about: template },
  );
}

/** Periods of the CPU are counted only where a limit makes a container wait for the next. */
function boundsOf({ metric = '', matchers }: Selector): readonly Bound[] {
  const is = (label: string) => matchers.find((matcher) => matcher.label === label && matcher.operator === '=')?.value;
  const kind = RESOURCES.exec(metric)?.[1] as Bound['kind'] | undefined;
  const resource = is('resource');
  if (matchers.some(({ label, operator }) => label === 'container' && operator.endsWith('~'))) {
    return [];
  }
  if (metric === PERIODS) {
    return [{ kind: 'limits', resource: 'cpu', container: is('container') }];
  }
  return kind === undefined || (resource !== 'cpu' && resource !== 'memory') ? [] : [{ kind, resource, container: is('container') }];
}
