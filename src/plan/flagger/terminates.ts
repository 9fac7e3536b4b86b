import { advance } from './advance';
import { play } from './play';
import type { RunSettings } from './run-settings';
import { runToEnd } from './run-to-end';
import type { Ending } from './run-to-end';
import type { TickInput } from './script';
import type { RunState } from './state';

/** Whether a run comes to an end, and to which; where it does not, what it was met with. */
export type Termination =
  | { readonly ends: true; readonly succeedsAtTick: number }
  | { readonly ends: false; readonly answers: 'good' | 'bad'; readonly ending: Ending };

/** With the shortest interval it is a day; what takes longer is not judged. */
const LONGEST = 10_000;
const BAD: TickInput = { metrics: 'fail', hooks: { rollout: 'refuse' } };

/** Good answers must lead to success, and checks that fail from any tick on to a rollback. */
export function terminates(settings: RunSettings): Termination {
  const good = runToEnd(settings, {}, { atMostTicks: LONGEST });
  if (good.ending.how !== 'succeeded') {
    return { ends: false, answers: 'good', ending: good.ending };
  }
  if (isJudged(settings)) {
    for (const { tick, state } of play(settings, {})) {
      const ending = tick.phase === 'Progressing' ? afterLastTolerated(settings, state) : undefined;
      if (ending !== undefined) {
        return { ends: false, answers: 'bad', ending };
      }
      if (tick.number === good.ticks.length - 1) {
        break;
      }
    }
  }
  return { ends: true, succeedsAtTick: good.ticks.length - 1 };
}

/** Whether anything could ever fail a version that starts. */
export function isJudged({ skipAnalysis, metrics, hooks }: RunSettings): boolean {
  return !skipAnalysis && (metrics || hooks.includes('rollout'));
}

/**
 * A failed check changes nothing but its count, and the count matters only when it reaches the threshold: it is enough to
 * look at the last one. Undefined where that leads to a rollback, or no check is made at this tick.
 */
function afterLastTolerated(settings: RunSettings, state: RunState): Ending | undefined {
  const last = advance(settings, { ...state, failedChecks: settings.threshold - 1 }, BAD);
  if (last.state.failedChecks < settings.threshold) {
    return undefined;
  }
  const { what } = advance(settings, last.state, BAD);
  return what === 'rolled back by threshold' ? undefined : { how: 'stuck', at: what };
}
