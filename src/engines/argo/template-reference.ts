import type { AnalysisIntent } from '../../intent/analysis';
import type { AnalysisTemplateReference, DryRun } from '../../manifests/argo-rollouts.generated';

/** The name of the object that holds a question: its own when it is shared, the rollout's otherwise. */
export function templateName(analysis: AnalysisIntent, rollout: string): string {
  return analysis.published?.name ?? `${rollout}-${analysis.name}`;
}

export function templateReference(analysis: AnalysisIntent, rollout: string): AnalysisTemplateReference {
  return { templateName: templateName(analysis, rollout), ...(analysis.published?.clusterWide ? { clusterScope: true } : {}) };
}

/** The controller takes regular expressions that match anywhere in a metric's name. */
export function dryRunOf(gates: readonly { readonly analysis: AnalysisIntent; readonly dryRun: boolean }[]): readonly DryRun[] {
  return gates.filter(gate => gate.dryRun).map(gate => ({ metricName: `^${gate.analysis.name}$` }));
}
