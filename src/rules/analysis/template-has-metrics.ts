import { forEachAnalysis, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const templateHasMetrics: Rule = {
  id: 'template-has-metrics',
  class: 'broken',
  summary: 'an analysis has something to measure',
  why: 'a run without a metric ends with an error as it starts, and the rollout is aborted',
  covers: ['ME-01'],
  check: function* (graph): Iterable<Remark> {
    yield* forEachAnalysis(graph, function* (use): Iterable<Remark> {
      const [template] = use.templates;
      const isKnown = use.isComplete && use.templates.every(({ spec }) => !spec.at('metrics').isUnknown);
      if (template !== undefined && isKnown && use.templates.every(({ metrics }) => metrics.length === 0)) {
        yield remark(
          template.spec.at('metrics'), `must have a metric, got none in ${listed(use.templates.map(({ resource }) => resource))}, and ${use.rollout.resource} runs nothing else there`,
          'write metrics: [{ name: ..., provider: ..., failureCondition: ... }]', { about: use.rollout },
        );
      }
    });
    for (const template of graph.templates) {
      const isUsed = graph.usesOf(template).length > 0;
      if (!isUsed && template.nested.length === 0 && template.metrics.length === 0 && !template.spec.at('metrics').isUnknown) {
        yield remark(template.spec.at('metrics'), 'must have a metric, got none', 'write metrics: [{ name: ..., provider: ..., failureCondition: ... }]');
      }
    }
  },
};
