import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE } from '../../graph/analysis-template';
import type { AnalysisUse, TemplateReference } from '../../graph/analysis-use';
import type { Graph } from '../../graph/graph';
import { write } from '../fix';
import { onlyName } from '../missing-object';
import { forEachAnalysis, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { nearest } from '../wording';

/** Among so many, the one that was meant is looked for. */
const MOST_TEMPLATES = 200;

export const analysisTemplateExists: Rule = {
  id: 'analysis-template-exists',
  class: 'refused',
  summary: 'an analysis names at least one template, and the templates exist',
  why: 'a missing template makes the Rollout InvalidSpec; an inline analysis without templates waits for a run that nobody starts, and the others are skipped',
  covers: ['RF-09', 'RF-10', 'EX-07', 'GAP-12', 'GAP-26'],
  check: function* (graph): Iterable<Remark> {
    yield* forEachAnalysis(graph, function* (use): Iterable<Remark> {
      if (use.isEmpty) {
        yield judgeEmpty(use);
      }
      yield* judgeReferences(use, graph);
    });
    for (const use of graph.loneUses) {
      yield* judgeReferences(use, graph);
    }
  },
};

function* judgeReferences(use: AnalysisUse, graph: Graph): Iterable<Remark> {
  for (const reference of use.references) {
    if (reference.template === undefined) {
      yield judgeMissing(reference, use, graph);
    }
  }
}

function judgeEmpty(use: AnalysisUse): Remark {
  const old = use.field.at('templateName').text;
  const fix = old === undefined ? 'write templates: [{ templateName: ... }], or drop it' : `write templates: [{ templateName: ${old} }], templateName alone is dropped by the API server`;
  return use.place === 'inline'
    ? remark(use.field.at('templates'), 'must name a template, got none, so this step waits for ever', fix, { class: 'broken' })
    : remark(use.field.at('templates'), `must name a template, got none, so no ${use.place} analysis runs`, fix, { class: 'broken' });
}

function judgeMissing({ field, kind, name }: TemplateReference, use: AnalysisUse, graph: Graph): Remark {
  // an experiment is not looked at before it starts, and a template alone not at all
  const details = { about: use.rollout, ...(use.place === 'experiment' || use.place === 'alone' ? { class: 'broken' } as const : {}) };
  if (name === '') {
    return remark(field, `must name the ${kind}, got nothing`, `write ${String(field.path.at(-1))}: ${onlyName(use.rollout.namespace, graph.index.ofKind(kind === 'AnalysisTemplate' ? ANALYSIS_TEMPLATE : CLUSTER_ANALYSIS_TEMPLATE))}`, details);
  }
  const other = kind === 'AnalysisTemplate' ? CLUSTER_ANALYSIS_TEMPLATE : ANALYSIS_TEMPLATE;
  const isOfOtherKind = graph.index.named(other, name).length > 0;
  // to compare each name with thousands takes longer than all else
  const templates = graph.templates.length > MOST_TEMPLATES ? [] : graph.templates.filter((template) => template.kind === kind);
  const meant = nearest(name, templates.flatMap((template) => template.name ?? []));
  const fix = isOfOtherKind
    ? `write clusterScope: ${kind === 'AnalysisTemplate'}, there is a ${other.split('.')[0]} of that name`
    : meant === undefined ? `add ${kind} ${name}, or correct the name` : `${write(field, meant)}, or add ${kind} ${name}`;
  return remark(field, `names ${kind} ${name}, which is not in the input`, fix, { ...details, missing: { kind, name } });
}
