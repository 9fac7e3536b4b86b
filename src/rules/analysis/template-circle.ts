import { ANALYSIS_TEMPLATE, AnalysisTemplateNode, CLUSTER_ANALYSIS_TEMPLATE } from '../../graph/analysis-template';
import type { Field } from '../../graph/field';
import type { ObjectIndex } from '../../graph/object-index';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const templateCircle: Rule = {
  id: 'template-circle',
  class: 'broken',
  summary: 'templates do not name one another in a circle',
  why: 'the controller follows them without end: its process is gone as soon as a Rollout names one of them, for everybody, and again after each restart (seen on the controller)',
  covers: ['RF-11'],
  *check(graph): Iterable<Remark> {
    for (const template of graph.templates) {
      for (const field of template.nested) {
        const way = wayBack(field, template, graph.index);
        if (way !== undefined) {
          const through = way.length === 0 ? 'itself' : `${way.join(', which names ')}, which names ${template.kind} ${template.name}`;
          yield remark(field.at('templateName'), `must not lead back to where it stands, got ${through}`, 'drop it', {});
        }
      }
    }
  },
};

/** The templates between a reference and the template that it stands in; undefined when it does not lead there. */
function wayBack(field: Field, start: AnalysisTemplateNode, index: ObjectIndex): readonly string[] | undefined {
  const open: { readonly field: Field; readonly way: readonly string[] }[] = [{ field, way: [] }];
  const seen = new Set<AnalysisTemplateNode>();
  for (let next = 0; next < open.length; next++) {
    const { way } = open[next];
    const template = resolve(open[next].field, start, index);
    if (template === start) {
      return way;
    }
    if (template !== undefined && !seen.has(template)) {
      seen.add(template);
      const through = [...way, `${template.kind} ${template.name}`];
      open.push(...template.nested.map((nested) => ({ field: nested, way: through })));
    }
  }
  return undefined;
}

/** A template of a namespace is looked for where the Rollout is, also when one of the cluster names it. */
function resolve(field: Field, { namespace }: AnalysisTemplateNode, index: ObjectIndex): AnalysisTemplateNode | undefined {
  const name = field.textAt('templateName') ?? '';
  const node = field.valueAt('clusterScope') === true ? index.findClusterWide(CLUSTER_ANALYSIS_TEMPLATE, name) : index.find(ANALYSIS_TEMPLATE, namespace, name);
  return node instanceof AnalysisTemplateNode ? node : undefined;
}
