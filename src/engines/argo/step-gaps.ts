import type { CanaryIntent } from '../../intent/canary';
import type { Problem } from '../../intent/problem';
import type { ArgoRouting } from '../../intent/router';

/** Steps that the controller accepts and the router does nothing with. */
export function stepGaps({ course, router }: CanaryIntent, routing: ArgoRouting | undefined): readonly Problem[] {
  if (course.kind !== 'steps' || routing === undefined) return [];
  return course.steps.flatMap((step, index) => routing.ignoredSteps.some(kind => kind === step.kind) ? [{
    property: `steps[${index}]`,
    message: `a ${step.kind} step does nothing behind ${router?.kind}, and nobody would notice`,
    fix: 'drop the step, or choose a router that can',
  }] : []);
}
