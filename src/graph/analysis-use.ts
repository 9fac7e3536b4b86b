import { ANALYSIS_TEMPLATE, AnalysisTemplateNode, CLUSTER_ANALYSIS_TEMPLATE } from './analysis-template';
import { Argument, ArgumentSet } from './argument';
import type { Field } from './field';
import type { ObjectIndex } from './object-index';
import type { ResourceNode } from './resource-node';

/** Where in a rollout an analysis runs; `alone` is a run of a template by itself, as of one that nobody in the input uses. */
export type AnalysisPlace = 'background' | 'inline' | 'pre-promotion' | 'post-promotion' | 'experiment' | 'alone';

/** Where the controller checks each template by itself, before it starts anything. */
const CHECKED_EARLY: readonly AnalysisPlace[] = ['inline', 'pre-promotion', 'post-promotion'];

/** A reference to a template: where it is written, and what was found. */
export interface TemplateReference {
  /** The `templateName`. */
  readonly field: Field;
  readonly name: string;
  readonly kind: 'AnalysisTemplate' | 'ClusterAnalysisTemplate';
  readonly template: AnalysisTemplateNode | undefined;
}

interface Followed {
  readonly references: readonly TemplateReference[];
  readonly templates: readonly AnalysisTemplateNode[];
}

/** One analysis of a Rollout or an Experiment, or of a template alone: the templates that run together there, and their arguments. */
export class AnalysisUse {
  private followed?: Followed;
  private suppliedRead?: readonly Argument[];
  private argumentsRead?: ArgumentSet;

  /** The first of several that follow each other and run the same with the same arguments, as after each weight; this is a later one. */
  readonly repeats: AnalysisUse | undefined;

  /** `step` is the index of the step it belongs to, `before` what runs before it in the Rollout or Experiment. */
  constructor(
    readonly rollout: ResourceNode,
    readonly place: AnalysisPlace,
    readonly field: Field,
    private readonly index: ObjectIndex,
    readonly step?: number,
    before?: AnalysisUse,
  ) {
    this.repeats = before?.place === place && before.field.isLike(field) ? before.repeats ?? before : undefined;
  }

  /** Whether it names no template at all. */
  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  /** Whether the controller checks its templates before it starts anything, and refuses the Rollout with a wrong one. */
  get isCheckedEarly(): boolean {
    return CHECKED_EARLY.includes(this.place);
  }

  /** Every reference, those of nested templates included. */
  get references(): readonly TemplateReference[] {
    return (this.followed ??= this.follow()).references;
  }

  /** The templates whose metrics run here, each once. */
  get templates(): readonly AnalysisTemplateNode[] {
    return (this.followed ??= this.follow()).templates;
  }

  /** Whether every template was found, so that it is known what runs. */
  get isComplete(): boolean {
    return this.references.every(({ template }) => template !== undefined) && !this.list.some(field => field.at('templateName').isUnknown);
  }

  get supplied(): readonly Argument[] {
    return this.suppliedRead ??= this.place === 'alone' ? [] : this.field.at('args').items().map((field) => new Argument(field));
  }

  /** The arguments of the run. */
  get arguments(): ArgumentSet {
    return this.argumentsRead ??= new ArgumentSet(this.supplied, this.templates.flatMap((template) => template.arguments), this.rollout.metadata);
  }

  /** The references as they are written; an analysis of an experiment is one itself. */
  private get list(): readonly Field[] {
    return this.place === 'experiment' ? [this.field] : this.field.at('templates').items();
  }

  private follow(): Followed {
    const references: TemplateReference[] = [];
    const templates = this.rollout instanceof AnalysisTemplateNode ? [this.rollout] : [];
    const open = [...this.list];
    for (let next = 0; next < open.length; next++) {
      const reference = this.resolve(open[next]);
      if (reference !== undefined) {
        references.push(reference);
        // A template that names itself, directly or not, would never end.
        if (reference.template !== undefined && !templates.includes(reference.template)) {
          templates.push(reference.template);
          open.push(...reference.template.nested);
        }
      }
    }
    return { references, templates };
  }

  private resolve(reference: Field): TemplateReference | undefined {
    // the controller looks for one without a name
    const name = reference.textAt('templateName') ?? (reference.isMap && reference !== this.field && !reference.has('templateName') ? '' : undefined);
    if (name === undefined) {
      return undefined;
    }
    const isClusterWide = reference.valueAt('clusterScope') === true;
    const node = isClusterWide
      ? this.index.findClusterWide(CLUSTER_ANALYSIS_TEMPLATE, name)
      : this.index.find(ANALYSIS_TEMPLATE, this.rollout.namespace, name);
    return {
      field: reference.at('templateName'),
      name,
      kind: isClusterWide ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate',
      template: node instanceof AnalysisTemplateNode ? node : undefined,
    };
  }
}
