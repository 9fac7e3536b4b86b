import type { RenderedTemplate } from './analysis-template';
import { openHoles, supply } from './arguments';
import { runRules } from './run-rules';
import { templateReference } from './template-reference';
import { distinctGates } from '../../intent/gate';
import type { GateIntent } from '../../intent/gate';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import type { RolloutAnalysis } from '../../manifests/argo-rollouts.generated';
import type { PartOrigin } from '../rendered';

/** Questions asked together, and where they came from. */
export interface RenderedRun {
  readonly analysis: RolloutAnalysis;
  /** Relative to the analysis. */
  readonly origins: () => readonly PartOrigin[];
}

/** One run of several questions, with a guard beside them if there is one. */
export function analysisRun(asked: readonly GateIntent[], intent: ArgoRolloutIntent, guard?: RenderedTemplate): RenderedRun {
  const gates = distinctGates(asked);
  const analyses = gates.map(gate => gate.analysis);
  const args = supply(intent, openHoles(intent, analyses, guard?.holes), analyses, gates.flatMap(gate => gate.args));
  return {
    analysis: {
      templates: [
        ...analyses.map(analysis => templateReference(analysis, intent.name)),
        ...(guard === undefined ? [] : [{ templateName: guard.manifest.metadata.name }]),
      ],
      ...(args.length === 0 ? {} : { args }),
      ...runRules(gates, intent),
    },
    origins: () => [
      { path: [], property: gates[0]?.property ?? 'catastrophe' },
      ...gates.map((gate, index) => ({ path: ['templates', index], property: gate.property })),
    ],
  };
}
