import { stagesOf } from '../../intent/course';
import type { CourseIntent, RampCourse } from '../../intent/course';
import { withoutImpliedEnd } from '../../intent/ramp';
import type { StepIntent } from '../../intent/step';
import { known } from '../../manifests/leaf';

/** How long the shortest stage before a gate lasts. A time that is not known may be none at all. */
export function shortestHold(course: CourseIntent): number {
  const holds = course.kind === 'ramp' ? holdsOfStages(course) : holdsOf(course.steps);
  return holds.length === 0 ? 0 : Math.min(...holds);
}

function holdsOfStages({ test, ramp }: RampCourse): readonly number[] {
  return stagesOf({ test, ramp: withoutImpliedEnd(ramp) }).map(({ stage }) => known(stage.holdSeconds) ?? 0);
}

/** The time between each weight and the next. */
function holdsOf(steps: readonly StepIntent[]): readonly number[] {
  return steps.reduce<number[]>((holds, step) => {
    if (step.kind === 'weight') return [...holds, 0];
    const seconds = step.kind === 'hold' ? known(step.seconds) ?? 0 : 0;
    return holds.map((hold, index) => index === holds.length - 1 ? hold + seconds : hold);
  }, []);
}
