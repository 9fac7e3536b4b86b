import { analysisRun } from './analysis-run';
import type { RenderedStep } from './rendered-step';
import type { GateIntent } from '../../intent/gate';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import { below } from '../rendered';

/** The analysis steps of one rollout. Most of its stages have the same gates, so that the step of each list is worked out once. */
export function analysisSteps(intent: ArgoRolloutIntent): (gates: readonly GateIntent[]) => RenderedStep {
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
export function analysisStep(gates: readonly GateIntent[], intent: ArgoRolloutIntent): RenderedStep {
  const { analysis, origins } = analysisRun(gates, intent);
  return { step: { analysis }, origins: () => below(['analysis'], origins()) };
}
