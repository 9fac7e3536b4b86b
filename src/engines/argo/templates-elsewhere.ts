import { askedAnalyses } from '../../intent/asked';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import type { ObjectName } from '../../intent/router';
import { templatesElsewhere } from '../../intent/template';

/** Templates that a rollout asks and somebody else owns. */
export function templatesOfOthers({ strategy }: ArgoRolloutIntent): readonly ObjectName[] {
  return askedAnalyses(strategy).flatMap(({ analysis }) => templatesElsewhere(analysis)).map(templateObject);
}

/** The object that holds a template. */
export function templateObject({ name, clusterWide }: { readonly name: string; readonly clusterWide: boolean }): ObjectName {
  return { kind: clusterWide ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate', name };
}
