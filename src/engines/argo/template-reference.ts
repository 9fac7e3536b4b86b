import type { AnalysisIntent } from '../../intent/analysis';
import type { AnalysisTemplateReference } from '../../manifests/argo-rollouts.generated';

/** The name of the object that holds a question: its own when it is shared, the rollout's otherwise. */
export function templateName(analysis: AnalysisIntent, rollout: string): string {
  return analysis.published?.name ?? `${rollout}-${analysis.name}`;
}

export function templateReference(analysis: AnalysisIntent, rollout: string): AnalysisTemplateReference {
  return { templateName: templateName(analysis, rollout), ...(analysis.published?.clusterWide ? { clusterScope: true } : {}) };
}
