import { stagesOf } from './course';
import type { CourseIntent, PlacedStage, RampCourse } from './course';
import type { Problem } from './problem';
import type { ReleaseIntent } from './release';
import type { Router } from './router';

/** As much of a canary as says who sees it. */
interface Course extends Pick<ReleaseIntent, 'gates' | 'promotion'> {
  readonly course: CourseIntent;
  readonly router?: Router;
}

/** What stages ask for that the rest of the canary does not allow, whichever engine runs it. */
export function audienceProblems({ course, router, gates, promotion }: Course): readonly Problem[] {
  if (course.kind !== 'ramp') return [];
  return [
    ...router === undefined ? stagesOf(course).flatMap(unrouted) : [],
    ...endlessTest(course, { gates, promotion }),
  ];
}

/** Pods share what comes to them, whoever sent it, and each more is a larger share. */
function unrouted({ stage, property }: PlacedStage): readonly Problem[] {
  const audience = stage.audience === undefined ? [] : [{
    property: property('audience'),
    message: 'needs traffic, which is left out: without a router the pods share all requests, whoever sends them',
    fix: 'give traffic a router that routes by headers, such as GatewayApiTraffic or IstioTraffic, or leave the audience out',
  }];
  const scale = stage.scale === undefined ? [] : [{
    property: property('scale'),
    message: 'needs traffic, which is left out: without a router the number of canary pods is their share of the requests',
    fix: 'give traffic a router, or leave the scale out',
  }];
  return [...audience, ...scale];
}

/** A test that nothing ends would be over before anybody of its audience came. */
function endlessTest({ test, ramp }: RampCourse, { gates, promotion }: Pick<Course, 'gates' | 'promotion'>): readonly Problem[] {
  if (test === undefined || test.holdSeconds !== undefined) return [];
  const isLast = ramp.length === 0;
  const asked = gates.some(({ place }) => place.kind === 'each-stage' || place.kind === 'during-traffic' || (isLast && place.kind === 'before-promotion'));
  const awaited = isLast && (promotion.kind === 'manual' || promotion.afterSeconds !== undefined);
  return asked || awaited ? [] : [{
    property: 'duration',
    message: 'must be given, since nothing else ends the test, got none',
    fix: 'write how long it takes, such as Duration.days(7), or ask something in analyses, whose good answers end it',
  }];
}
