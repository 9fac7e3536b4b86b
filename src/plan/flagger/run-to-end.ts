import type { Gate } from './hooks';
import { play } from './play';
import type { PlayedTick } from './play';
import type { RunSettings } from './run-settings';
import type { Script } from './script';
import type { RestingPhase } from './state';
import type { Happening } from './tick';

/** How a run ended, or that it never will: all is as it was at an earlier tick, and nothing that it is met with will be different. */
export type Ending =
  | { readonly how: 'succeeded' | 'failed' }
  | { readonly how: 'waiting'; readonly gate: Gate }
  | { readonly how: 'stuck'; readonly at: Happening }
  | { readonly how: 'unfinished' };

export interface Run {
  readonly ticks: readonly PlayedTick[];
  readonly ending: Ending;
}

export interface RunLimits {
  readonly atMostTicks: number;
  /**
   * How the run before has ended.
   * @default Initialized
   */
  readonly after?: RestingPhase;
}

const ENDS: Readonly<Partial<Record<Happening, 'succeeded' | 'failed'>>> = {
  'succeeded': 'succeeded',
  'promoted unchecked': 'succeeded',
  'rolled back by threshold': 'failed',
  'rolled back by hook': 'failed',
  'rolled back by deadline': 'failed',
  'promotion failed': 'failed',
};
const GATES: Readonly<Partial<Record<Happening, Gate>>> = {
  'held by confirm-rollout': 'confirm-rollout',
  'held by confirm-traffic-increase': 'confirm-traffic-increase',
  'held by confirm-promotion': 'confirm-promotion',
};

/** Plays a release until it has succeeded or failed, or provably never does either. */
export function runToEnd(settings: RunSettings, script: Script, { atMostTicks, after }: RunLimits): Run {
  const ticks: PlayedTick[] = [];
  /** By the state that a tick left: how many ticks there had been. */
  const seen = new Map<string, number>();
  // From the last tick of the script on, every tick is met with the same.
  const same = (script.ticks?.length ?? 0) - 1;
  for (const { tick, state } of play(settings, script, after)) {
    if (tick.number >= atMostTicks) {
      break;
    }
    ticks.push(tick);
    const how = ENDS[tick.what];
    if (how !== undefined) {
      return { ticks, ending: { how } };
    }
    if (tick.number >= same) {
      const key = JSON.stringify(state);
      const before = seen.get(key);
      if (before !== undefined) {
        return { ticks, ending: endless(ticks.slice(before)) };
      }
      seen.set(key, ticks.length);
    }
  }
  return { ticks, ending: { how: 'unfinished' } };
}

/** Ticks that repeat themselves wait for a gate, if there is a closed one among them. */
function endless(repeated: readonly PlayedTick[]): Ending {
  const [gate] = repeated.flatMap(({ what }) => GATES[what] ?? []);
  return gate === undefined ? { how: 'stuck', at: repeated[repeated.length - 1].what } : { how: 'waiting', gate };
}
