import type { AnalysisTemplateNode } from '../../graph/analysis-template';
import type { Metric } from '../../graph/metric';
import { remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';

export const metricNames: Rule = {
  id: 'metric-names',
  class: 'refused',
  summary: 'the metrics of one run have different names, over all its templates',
  why: 'with two of a name the Rollout is InvalidSpec, or the run errors as soon as it starts',
  covers: ['AN-01', 'ME-02'],
  check: function* (graph): Iterable<Remark> {
    for (const use of graph.rollouts.flatMap((rollout) => rollout.analyses)) {
      yield* judge(use.templates, { about: use.rollout, ...(use.place === 'experiment' ? { class: 'broken' } : {}) });
    }
    for (const template of graph.templates) {
      if (graph.usesOf(template).length === 0) {
        yield* judge([template], { class: 'broken' });
      }
    }
  },
};

function* judge(templates: readonly AnalysisTemplateNode[], details: RemarkDetails): Iterable<Remark> {
  const seen = new Map<string, Metric>();
  for (const metric of templates.flatMap((template) => template.metrics)) {
    const first = seen.get(metric.name ?? '');
    if (metric.name === undefined) {
      continue;
    }
    if (first === undefined) {
      seen.set(metric.name, metric);
    } else {
      const place = first.field.node === metric.field.node ? 'this template' : `${first.field.node.resource}, which runs with it`;
      yield remark(metric.field.at('name'), `must be a name of its own, and ${place} has another metric ${metric.name}`, `write ${metric.name}-2`, details);
    }
  }
}
