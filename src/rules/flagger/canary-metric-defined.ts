import { BUILTIN_METRICS } from '../../graph/canary';
import type { CanaryMetricUse } from '../../graph/canary';
import type { Graph } from '../../graph/graph';
import { METRIC_TEMPLATE } from '../../graph/metric-template';
import { write } from '../fix';
import { addOrRename, onlyName } from '../missing-object';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest } from '../wording';

export const canaryMetricDefined: Rule = {
  id: 'canary-metric-defined',
  class: 'broken',
  summary: 'a metric is one of the two that Flagger has, or has a query, or a MetricTemplate that exists',
  why: 'one that says nothing to ask is a failed check at every interval, so that every release is rolled back; one that says both is asked twice',
  covers: ['FM-02', 'FM-03', 'FM-09'],
  check: (graph) => forEachCanary(graph, function* ({ metricsAsked }): Iterable<Remark> {
    for (const use of metricsAsked) {
      yield* judge(use, graph);
    }
  }),
};

function* judge(use: CanaryMetricUse, graph: Graph): Iterable<Remark> {
  const { field, name, canary } = use;
  const [reference, query] = [field.at('templateRef'), field.at('query')];
  const isAsked = reference.exists || reference.isUnknown || query.isUnknown || (query.exists && query.text !== '');
  if (name !== undefined && !BUILTIN_METRICS.includes(name) && !isAsked) {
    const meant = nearest(name, BUILTIN_METRICS);
    const only = onlyName(canary.namespace, graph.metricTemplates);
    yield remark(
      field.at('name'), `must be ${BUILTIN_METRICS.join(' or ')} where there is neither templateRef nor query, got ${name}`,
      meant === undefined ? `write templateRef: { name: ${only} }` : write(field.at('name'), meant),
    );
  } else if (name !== undefined && BUILTIN_METRICS.includes(name) && isAsked) {
    const other = reference.textAt('name');
    const what = reference.exists ? 'templateRef' : 'query';
    yield remark(
      field.at('name'), `is one that Flagger asks by itself, got ${name} beside ${what}: both are asked, and held to the same threshold`,
      `write name: ${other === undefined || BUILTIN_METRICS.includes(other) ? `own-${name}` : other}, or drop ${what}`, { class: 'risky' },
    );
  }
  const wanted = reference.textAt('name');
  if (wanted !== undefined && use.template === undefined && !reference.at('namespace').isUnknown) {
    yield missing(use, wanted, graph);
  }
}

function missing({ field, canary }: CanaryMetricUse, name: string, { index, metricTemplates }: Graph): Remark {
  const reference = field.at('templateRef');
  const namespace = canary.namespaceOf(reference);
  const others = index.named(METRIC_TEMPLATE, name).flatMap((node) => node.namespace ?? []);
  const details = { missing: { kind: 'MetricTemplate', name } };
  return others.length === 0
    ? remark(reference.at('name'), `names MetricTemplate ${name}, which is not in the input`, addOrRename(reference.at('name'), { kind: 'MetricTemplate', name, namespace }, metricTemplates), details)
    : remark(
      reference.at('namespace'), `must be the namespace of MetricTemplate ${name}, ${listed(others)}, got ${
        reference.textAt('namespace') ? namespace : `none, which is that of the Canary, ${namespace}`}`,
      write(reference.at('namespace'), others[0]), details,
    );
}
