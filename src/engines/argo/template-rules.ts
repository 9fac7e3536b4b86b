import type { AnalysisIntent, KeptMeasurements } from '../../intent/analysis';
import type { AnalysisTemplateReference, AnalysisTemplateSpec } from '../../manifests/argo-rollouts.generated';

/** What a template says beside its arguments and metrics. */
export interface TemplateRules {
  /** Metrics without consequences. */
  readonly dryRun?: readonly string[];
  /** Nearer than what a question says of itself. */
  readonly kept?: readonly KeptMeasurements[];
  /** Templates that run with it. */
  readonly templates?: readonly AnalysisTemplateReference[];
}

export function templateRules(questions: readonly AnalysisIntent[], rules: TemplateRules): Partial<AnalysisTemplateSpec> {
  const { dryRun = [], kept = [], templates = [] } = rules;
  const limits = new Map([...keptBy(questions), ...kept].map(({ metric, limit }) => [metric, limit]));
  return {
    ...measurementRules(dryRun, [...limits].map(([metric, limit]) => ({ metric, limit }))),
    ...(templates.length === 0 ? {} : { templates }),
  };
}

/** Which metrics are without consequences, and how many of their measurements are kept. */
export function measurementRules(dryRun: readonly string[], kept: readonly KeptMeasurements[]): Pick<AnalysisTemplateSpec, 'dryRun' | 'measurementRetention'> {
  return {
    ...(dryRun.length === 0 ? {} : { dryRun: dryRun.map(metric => ({ metricName: namePattern(metric) })) }),
    ...(kept.length === 0 ? {} : { measurementRetention: kept.map(({ metric, limit }) => ({ metricName: namePattern(metric), limit })) }),
  };
}

function keptBy(questions: readonly AnalysisIntent[]): readonly KeptMeasurements[] {
  return questions.flatMap(({ name, limits: { keptMeasurements: limit } }) => limit === undefined ? [] : [{ metric: name, limit }]);
}

/**
 * Expressions match anywhere in the names of all metrics of a run, those of other templates too, so that each names one. They are written
 * otherwise than those of a rollout: the controller refuses a Rollout whose rule is the same text as that of any template.
 */
function namePattern(metric: string): string {
  return `^(${metric})$`;
}
