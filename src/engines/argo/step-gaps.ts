import type { CanaryIntent } from '../../intent/canary';
import type { Problem } from '../../intent/problem';
import type { ArgoRouting } from '../../intent/router';
import type { ExperimentIntent } from '../../intent/step';

/** Steps that the controller accepts and the router does nothing with. */
export function stepGaps({ course, router }: CanaryIntent, routing: ArgoRouting | undefined): readonly Problem[] {
  if (course.kind !== 'steps' || routing === undefined) return [];
  return course.steps.flatMap((step, index) => {
    const property = `steps[${index}]`;
    if (routing.ignoredSteps.some(kind => kind === step.kind)) {
      return [{
        property, message: `a ${step.kind} step does nothing behind ${router?.kind}, and nobody would notice`, fix: 'drop the step, or choose a router that can',
      }];
    }
    if (step.kind === 'experiment' && routing.ignoresShares === true) {
      return sharesOf(step.experiment).map(place => ({
        property: `${property}.${place}`,
        message: `does nothing behind ${router?.kind}, which gives versions of an experiment no share of the requests, and nobody would notice`,
        fix: 'leave it out, and send the version requests of your own, or choose a router that can',
      }));
    }
    return step.kind === 'headers' && step.matches.length > 1 && routing.headerMatches === 'any' ? [{
      property: `${property}.matches`,
      message: `must be one header behind ${router?.kind}, which takes requests that have any of them and not all, got ${step.matches.length}`,
      fix: 'keep the one that marks the requests',
    }] : [];
  });
}

/** Where shares of the traffic are asked for. */
function sharesOf({ variants }: ExperimentIntent): readonly string[] {
  return variants.flatMap(({ weight }, index) => weight === undefined ? [] : [`variants[${index}].weight`]);
}
