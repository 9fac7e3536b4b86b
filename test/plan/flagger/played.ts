import type { PlayedTick } from '../../../src/plan/flagger/play';
import { runSettings } from '../../../src/plan/flagger/run-settings';
import type { WrittenRun } from '../../../src/plan/flagger/run-settings';
import { runToEnd } from '../../../src/plan/flagger/run-to-end';
import type { Run, RunLimits } from '../../../src/plan/flagger/run-to-end';
import type { Script, TickInput } from '../../../src/plan/flagger/script';

/** Every check fails: metrics, and the hooks that are asked with them. */
export const BAD: TickInput = { metrics: 'fail', hooks: { rollout: 'refuse' } };
/** A closed gate of each type. */
export const closed = (type: 'confirm-rollout' | 'confirm-traffic-increase' | 'confirm-promotion'): TickInput => ({ hooks: { [type]: 'refuse' } });

export function run(written: WrittenRun, script: Script = {}, limits: Partial<RunLimits> = {}): Run {
  return runToEnd(runSettings(written), script, { atMostTicks: 500, ...limits });
}

/** The same at ticks from one to another, both included, and all is good at the others. */
export function during(from: number, to: number, input: TickInput): Script {
  return { ticks: Array.from({ length: to + 1 }, (_, number) => number >= from ? input : {}) };
}

/** `4 promoted: Promoting 50/50`: what happened at which tick, the phase after it, and who has how much. */
export function shown({ number, what, phase, primaryWeight, canaryWeight }: PlayedTick): string {
  return `${number} ${what}: ${phase} ${primaryWeight}/${canaryWeight}`;
}

export function numbersOf({ ticks }: Run, what: PlayedTick['what']): number[] {
  return ticks.filter(tick => tick.what === what).map(({ number }) => number);
}

export function lastOf({ ticks }: Run): PlayedTick {
  return ticks[ticks.length - 1];
}

/** At how many ticks the metrics were asked: a tick of the analysis that no hook has ended, whatever came of it. */
export function analysesIn(written: WrittenRun, script: Script = {}): number {
  let asked = 0;
  const counting = (input: TickInput): TickInput => Object.defineProperty({ ...input }, 'metrics', { get: () => { asked += 1; return input.metrics; } });
  run(written, { ticks: script.ticks?.map(counting), then: counting(script.then ?? {}) });
  return asked;
}
