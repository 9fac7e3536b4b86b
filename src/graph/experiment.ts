import { AnalysisUse } from './analysis-use';
import type { SourceDocument } from './document';
import type { Field } from './field';
import type { ObjectIndex } from './object-index';
import { ResourceNode } from './resource-node';
import type { RolloutNode } from './rollout';

export const EXPERIMENT = 'Experiment.argoproj.io';

/** An Experiment of Argo Rollouts that stands by itself. */
export class ExperimentNode extends ResourceNode {
  private analysesRead?: readonly AnalysisUse[];

  constructor(source: SourceDocument, document: number, private readonly index: ObjectIndex) {
    super(source, document, EXPERIMENT);
  }

  /** The versions that run, each as it is written. */
  get templates(): readonly Field[] {
    return this.spec.at('templates').items();
  }

  /** The pods of each version. */
  get podTemplates(): readonly Field[] {
    return this.templates.map((template) => template.at('template'));
  }

  get analyses(): readonly AnalysisUse[] {
    return this.analysesRead ??= this.spec.at('analyses').items()
      .reduce<AnalysisUse[]>((uses, field) => [...uses, new AnalysisUse(this, 'experiment', field, this.index, undefined, uses.at(-1))], []);
  }
}

/** An experiment wherever it is written: as an object, or as a step of a Rollout. */
export interface WrittenExperiment {
  readonly owner: ExperimentNode | RolloutNode;
  /** What stands around `templates`, `duration` and `analyses`. */
  readonly field: Field;
  readonly analyses: readonly AnalysisUse[];
}

export function experimentsOf(owner: ExperimentNode | RolloutNode): readonly WrittenExperiment[] {
  if (owner instanceof ExperimentNode) {
    return [{ owner, field: owner.spec, analyses: owner.analyses }];
  }
  return owner.steps.flatMap((step, index) => step.has('experiment') ? [{
    owner, field: step.at('experiment'), analyses: owner.analyses.filter((use) => use.place === 'experiment' && use.step === index),
  }] : []);
}
