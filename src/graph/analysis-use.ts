import { ANALYSIS_TEMPLATE, AnalysisTemplateNode, CLUSTER_ANALYSIS_TEMPLATE } from './analysis-template';
import { Argument, ArgumentSet } from './argument';
import type { Field } from './field';
import type { ObjectIndex } from './object-index';
import type { ResourceNode } from './resource-node';

/** Where in a rollout an analysis runs. */
export type AnalysisPlace = 'background' | 'inline' | 'pre-promotion' | 'post-promotion' | 'experiment';

/** A reference to a template: where it is written, and what was found. */
export interface TemplateReference {
  /** The `templateName`. */
  readonly field: Field;
  readonly name: string;
  readonly kind: 'AnalysisTemplate' | 'ClusterAnalysisTemplate';
  readonly template: AnalysisTemplateNode | undefined;
}

/** One analysis of a Rollout: the templates that run together there, and their arguments. */
export class AnalysisUse {
  private followed?: readonly TemplateReference[];
  private templatesRead?: readonly AnalysisTemplateNode[];
  private suppliedRead?: readonly Argument[];
  private argumentsRead?: ArgumentSet;

  /** `list` holds the references as they are written; `step` is the index of an inline analysis. */
  constructor(
    readonly rollout: ResourceNode,
    readonly place: AnalysisPlace,
    readonly field: Field,
    private readonly list: readonly Field[],
    private readonly index: ObjectIndex,
    readonly step?: number,
  ) {}

  /** Whether it names no template at all. */
  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  /** Every reference, those of nested templates included. */
  get references(): readonly TemplateReference[] {
    return this.followed ??= this.follow();
  }

  /** The templates whose metrics run here, each once. */
  get templates(): readonly AnalysisTemplateNode[] {
    return this.templatesRead ??= [...new Set(this.references.flatMap(({ template }) => template === undefined ? [] : [template]))];
  }

  /** Whether every template was found, so that it is known what runs. */
  get isComplete(): boolean {
    return this.references.every(({ template }) => template !== undefined);
  }

  /** Whether the same runs there, with the same arguments. */
  isLike(other: AnalysisUse): boolean {
    return this.rollout === other.rollout && this.place === other.place && this.field.isLike(other.field);
  }

  get supplied(): readonly Argument[] {
    return this.suppliedRead ??= this.field.at('args').items().map((field) => new Argument(field));
  }

  /** The arguments of the run. */
  get arguments(): ArgumentSet {
    return this.argumentsRead ??= new ArgumentSet(this.supplied, this.templates.flatMap((template) => template.arguments));
  }

  private follow(): readonly TemplateReference[] {
    const references: TemplateReference[] = [];
    const seen = new Set<AnalysisTemplateNode>();
    const open = [...this.list];
    for (let field = open.shift(); field !== undefined; field = open.shift()) {
      const reference = this.resolve(field);
      if (reference !== undefined) {
        references.push(reference);
        // A template that names itself, directly or not, would never end.
        if (reference.template !== undefined && !seen.has(reference.template)) {
          seen.add(reference.template);
          open.push(...reference.template.nested);
        }
      }
    }
    return references;
  }

  private resolve(reference: Field): TemplateReference | undefined {
    const field = reference.at('templateName');
    const name = field.text;
    if (name === undefined) {
      return undefined;
    }
    const isClusterWide = reference.at('clusterScope').boolean === true;
    const node = isClusterWide
      ? this.index.findClusterWide(CLUSTER_ANALYSIS_TEMPLATE, name)
      : this.index.find(ANALYSIS_TEMPLATE, this.rollout.namespace, name);
    return {
      field,
      name,
      kind: isClusterWide ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate',
      template: node instanceof AnalysisTemplateNode ? node : undefined,
    };
  }
}
