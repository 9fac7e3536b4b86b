import { openHoles, supply } from './arguments';
import type { RenderedStep } from './rendered-step';
import { dryRunOf, templateReference } from './template-reference';
import { distinctGates } from '../../intent/gate';
import type { GateIntent } from '../../intent/gate';
import type { RolloutIntent } from '../../intent/rollout';

/** The analysis steps of one rollout. Most of its stages have the same gates, so that the step of each list is worked out once. */
export function analysisSteps(intent: RolloutIntent): (gates: readonly GateIntent[]) => RenderedStep {
  const made: { readonly gates: readonly GateIntent[]; readonly step: RenderedStep }[] = [];
  return gates => {
    const same = made.find(other => other.gates.length === gates.length && other.gates.every((gate, index) => gate === gates[index]));
    if (same !== undefined) return same.step;
    const step = analysisStep(gates, intent);
    made.push({ gates, step });
    return step;
  };
}

/** Several questions asked together; the next step waits for all of them. */
export function analysisStep(asked: readonly GateIntent[], intent: RolloutIntent): RenderedStep {
  const gates = distinctGates(asked);
  const analyses = gates.map(gate => gate.analysis);
  const args = supply(intent, openHoles(intent, analyses), analyses, gates.flatMap(gate => gate.args));
  const dryRun = dryRunOf(gates);
  return {
    step: {
      analysis: {
        templates: analyses.map(analysis => templateReference(analysis, intent.name)),
        ...(args.length === 0 ? {} : { args }),
        ...(dryRun.length === 0 ? {} : { dryRun }),
      },
    },
    origins: () => [
      { path: ['analysis'], property: gates[0].property },
      ...gates.map((gate, index) => ({ path: ['analysis', 'templates', index], property: gate.property })),
    ],
  };
}
