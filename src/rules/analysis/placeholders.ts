import type { AnalysisTemplateNode } from '../../graph/analysis-template';
import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { nearest, shown } from '../wording';

export const placeholders: Rule = {
  id: 'placeholders',
  class: 'broken',
  summary: 'placeholders in a metric are {{args.x}}, and the template declares x',
  why: 'any other {{...}}, also one meant for Prometheus, Grafana or a job, cannot be resolved: the Rollout is refused, or the run errors',
  covers: ['AN-07', 'ME-17'],
  check: function* (graph): Iterable<Remark> {
    for (const template of graph.templates) {
      for (const metric of template.metrics) {
        for (const field of metric.field.textsBelow((text) => text.includes('{{') && !isSound(text, template, graph))) {
          yield* judge(field, template, graph);
        }
      }
    }
  },
};

/** Whether it is closed and asks for what the template declares, as nearly all do. */
function isSound(text: string, { ownArguments }: AnalysisTemplateNode, { parses }: Graph): boolean {
  return text.lastIndexOf('{{') < text.lastIndexOf('}}') && parses.holes(text).every(({ argument }) => argument !== undefined && ownArguments.declares(argument));
}

function* judge(field: Field, template: AnalysisTemplateNode, graph: Graph): Iterable<Remark> {
  const text = field.text ?? '';
  if (text.lastIndexOf('{{') > text.lastIndexOf('}}')) {
    const early = graph.earlyUseOf(template);
    const details = early === undefined ? {} : { class: 'refused', about: early.rollout } as const;
    yield remark(field, `must close the placeholder that it opens, got ${shown(text.slice(text.lastIndexOf('{{')))}`, 'write }} after its name', details);
  }
  for (const { argument, written } of graph.parses.holes(field.text ?? '')) {
    if (argument === undefined) {
      const early = graph.earlyUseOf(template);
      const details = early === undefined ? {} : { class: 'refused', about: early.rollout } as const;
      yield remark(field, `can only have {{args.x}} as a placeholder, got ${written}`, 'declare an argument for it, or write the value', details);
    } else if (!template.ownArguments.declares(argument)) {
      const uses = graph.usesOf(template);
      const early = graph.earlyUseOf(template);
      const late = uses.find((use) => use.isComplete && !use.arguments.declares(argument));
      const meant = nearest(argument, template.arguments.flatMap(({ name }) => name ?? []));
      const fix = meant === undefined ? `add { name: ${argument} } to args` : `write {{args.${meant}}}`;
      const message = `asks for ${written}, and the template declares no argument ${argument}`;
      if (early !== undefined) {
        yield remark(field, message, fix, { class: 'refused', about: early.rollout });
      } else if (uses.length === 0 || late !== undefined) {
        yield remark(field, message, fix, { about: late?.rollout });
      }
    }
  }
}
