import type { RenderedStep } from './rendered-step';
import type { GateIntent } from '../../intent/gate';
import type { CanaryRolloutIntent } from '../../intent/rollout';

/**
 * Steps with what is done before the first weight in front of them. Behind a router the pods of the first stage start for it; without
 * one, pods are traffic, and there are none yet.
 */
export function beforeTraffic(
  steps: readonly RenderedStep[], { strategy: { gates, router, course } }: CanaryRolloutIntent, ask: (gates: readonly GateIntent[]) => RenderedStep,
): readonly RenderedStep[] {
  const asked = gates.filter(gate => gate.place.kind === 'before-traffic');
  if (asked.length === 0) return steps;
  // a stage that has its number of pods begins with them
  if (course.kind === 'ramp' && steps[0]?.step.setCanaryScale !== undefined) return [steps[0], ask(asked), ...steps.slice(1)];
  const first = steps.findIndex(({ step }) => step.setWeight !== undefined);
  const weight = steps[first]?.step.setWeight;
  if (router === undefined || weight === undefined || (course.kind === 'steps' && steps.some(({ step }) => step.setCanaryScale !== undefined))) return [ask(asked), ...steps];
  const origins = () => [{ path: [], property: asked[0].property }];
  return [
    { step: { setCanaryScale: { weight } }, origins },
    ask(asked),
    ...steps.slice(0, first + 1),
    { step: { setCanaryScale: { matchTrafficWeight: true } }, origins },
    ...steps.slice(first + 1),
  ];
}
