import { flaggerTime, spoken } from './seconds';
import type { Told } from './told';
import type { PlacedStage } from '../../intent/course';
import { flaggerDefaults, shortestIntervalSeconds } from '../../intent/flagger';
import type { FlaggerControllerIntent } from '../../intent/flagger';
import type { Problem } from '../../intent/problem';
import type { CanaryAnalysis } from '../../manifests/flagger.generated';
import { known } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** How long everything takes: one time for all stages and for everything that is asked. */
export interface Pace {
  readonly seconds: Leaf<number>;
  readonly threshold: Leaf<number>;
}

/**
 * A stage is as long as the time between two checks. Where somebody asked for times, a failed check is as expensive as a stage, and the
 * first one takes the release back.
 */
export function paceOf(stages: readonly PlacedStage[], flagger: FlaggerControllerIntent): Pace & Told<Pick<CanaryAnalysis, 'interval' | 'threshold'>> {
  const held = stages.filter(({ stage }) => stage.holdSeconds !== undefined);
  const asked = flagger.intervalSeconds ?? longest(held);
  const seconds = asked ?? flaggerDefaults.intervalSeconds;
  const threshold = flagger.threshold ?? (held.length === 0 ? flaggerDefaults.threshold : 1);
  const property = flagger.intervalSeconds === undefined && held.length > 0 ? held[0].property('hold') : 'controller.interval';
  return {
    seconds,
    threshold,
    fields: { interval: flaggerTime(seconds), threshold },
    problems: [...tooShort(seconds, property), ...uneven(held, seconds)],
    origins: [{ path: ['interval'], property }, { path: ['threshold'], property: 'controller.threshold' }],
  };
}

function longest(held: readonly PlacedStage[]): Leaf<number> | undefined {
  const times = held.map(({ stage }) => known(stage.holdSeconds));
  return times.length === 0 || times.includes(undefined) ? held[0]?.stage.holdSeconds : Math.max(...times as number[]);
}

function tooShort(seconds: Leaf<number>, property: string): readonly Problem[] {
  const wanted = known(seconds);
  return wanted === undefined || wanted >= shortestIntervalSeconds ? [] : [{
    property,
    message: `must be at least ${shortestIntervalSeconds} s, since Flagger takes a shorter time for that, got ${wanted} s`,
    fix: `write Duration.seconds(${shortestIntervalSeconds})`,
  }];
}

/** One sentence for all stages that are held otherwise than they were asked to be. */
function uneven(held: readonly PlacedStage[], seconds: Leaf<number>): readonly Problem[] {
  const all = known(seconds);
  const others = held.filter(({ stage }) => known(stage.holdSeconds) !== all);
  if (all === undefined || others.length === 0) return [];
  return [{
    property: others[0].property('hold'),
    message: `is held for ${spoken(all)} as all other stages are, got ${spoken(known(others[0].stage.holdSeconds) ?? 0)}: Flagger holds every stage equally long`,
    fix: 'give all stages the same time, or leave it to Argo Rollouts',
    class: 'risky',
  }];
}
