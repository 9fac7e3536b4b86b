import { advance } from './advance';
import type { RunSettings } from './run-settings';
import { inputAt } from './script';
import type { Script } from './script';
import { startAfter } from './state';
import type { Phase, RestingPhase, RunState } from './state';
import type { Happening, HookCall } from './tick';

/** What can be seen of a run after a tick. */
export interface PlayedTick {
  /** 0 is the tick that detects the release. */
  readonly number: number;
  readonly seconds: number;
  readonly what: Happening;
  readonly phase: Phase;
  readonly primaryWeight: number;
  readonly canaryWeight: number;
  readonly mirrored: boolean;
  /** Who the weight of the canary counts for. */
  readonly reach: 'nobody' | 'those who match' | 'everybody';
  /** `status.canaryWeight`, which is not always what the router does. */
  readonly statusWeight: number;
  readonly iterations: number;
  readonly failedChecks: number;
  readonly calls: readonly HookCall[];
}

/** A tick, and the state it leaves. */
export interface Step {
  readonly tick: PlayedTick;
  readonly state: RunState;
}

/** Plays a release tick by tick, for ever. */
export function* play(settings: RunSettings, script: Script, after: RestingPhase = 'Initialized'): Generator<Step, never> {
  let state = startAfter(after);
  for (let number = 0; ; number++) {
    const advanced = advance(settings, state, inputAt(script, number));
    state = advanced.state;
    const { phase, statusWeight, iterations, failedChecks, routes } = state;
    const { what, calls } = advanced;
    const [seconds, reach] = [number * settings.intervalSeconds, reachOf(settings, state)];
    yield { tick: { number, seconds, what, phase, ...routes, reach, statusWeight, iterations, failedChecks, calls }, state };
  }
}

function reachOf({ match }: RunSettings, { routes: { canaryWeight } }: RunState): PlayedTick['reach'] {
  return canaryWeight === 0 ? 'nobody' : match === 'heeded' ? 'those who match' : 'everybody';
}
