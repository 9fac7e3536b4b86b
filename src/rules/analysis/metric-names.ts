import type { AnalysisTemplateNode } from '../../graph/analysis-template';
import type { Metric } from '../../graph/metric';
import { forEachAnalysis, remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';

export const metricNames: Rule = {
  id: 'metric-names',
  class: 'refused',
  summary: 'the metrics of one run have different names, over all its templates',
  why: 'with two of a name the Rollout is InvalidSpec, or the run errors as soon as it starts',
  covers: ['AN-01', 'ME-02'],
  check: function* (graph): Iterable<Remark> {
    yield* forEachAnalysis(graph, (use) => judge(use.templates, { about: use.rollout, ...(use.place === 'experiment' ? { class: 'broken' } : {}) }));
    for (const { templates } of graph.loneUses) {
      yield* judge(templates, { class: 'broken' });
    }
  },
};

function* judge(templates: readonly AnalysisTemplateNode[], details: RemarkDetails): Iterable<Remark> {
  const seen = new Map<string, Metric>();
  for (const template of templates) {
    for (const metric of template.metrics) {
      const { name } = metric;
      const first = name === undefined ? undefined : seen.get(name);
      if (first !== undefined) {
        const place = first.field.node === metric.field.node ? 'this template' : `${first.field.node.resource}, which runs with it`;
        yield remark(metric.field.at('name'), `must be a name of its own, and ${place} has another metric ${name}`, `write name: ${name}-2`, details);
      } else if (name !== undefined) {
        seen.set(name, metric);
      }
    }
  }
}
