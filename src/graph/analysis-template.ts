import { Argument, ArgumentSet } from './argument';
import type { Field } from './field';
import { Metric } from './metric';
import { ResourceNode } from './resource-node';

export const ANALYSIS_TEMPLATE = 'AnalysisTemplate.argoproj.io';
export const CLUSTER_ANALYSIS_TEMPLATE = 'ClusterAnalysisTemplate.argoproj.io';

/** An AnalysisRun that somebody wrote: it has all that a template has, and nobody uses it. */
export const ANALYSIS_RUN = 'AnalysisRun.argoproj.io';

/** An AnalysisTemplate or a ClusterAnalysisTemplate, or an AnalysisRun. */
export class AnalysisTemplateNode extends ResourceNode {
  private metricsRead?: readonly Metric[];
  private argumentsRead?: readonly Argument[];
  private ownRead?: ArgumentSet;

  /** Whether it is a run itself, to which nobody gives an argument. */
  get isRun(): boolean {
    return this.groupKind === ANALYSIS_RUN;
  }

  get metrics(): readonly Metric[] {
    return this.metricsRead ??= this.spec.at('metrics').items().map((field) => new Metric(field));
  }

  get arguments(): readonly Argument[] {
    return this.argumentsRead ??= this.spec.at('args').items().map((field) => new Argument(field));
  }

  /** The arguments as they are when a run supplies none. */
  get ownArguments(): ArgumentSet {
    return this.ownRead ??= new ArgumentSet([], this.arguments);
  }

  /** References to further templates that run together with this one. */
  get nested(): readonly Field[] {
    return this.spec.has('templates') ? this.spec.at('templates').items() : [];
  }
}
