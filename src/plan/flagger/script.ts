import type { HookType } from './hooks';

/** Whether the pods of a version are ready, not yet, or never will be: their progress deadline is over. */
export type Readiness = 'ready' | 'not yet' | 'never';

/** What a tick is met with. What is left out is good. */
export interface TickInput {
  /** @default - every metric is within its range */
  readonly metrics?: 'pass' | 'fail' | 'no data';
  /**
   * What hooks of a type answer.
   * @default - those that take a release back refuse, and all others pass
   */
  readonly hooks?: Readonly<Partial<Record<HookType, 'pass' | 'refuse'>>>;
  /** @default ready */
  readonly canary?: Readiness;
  /** @default ready */
  readonly primary?: Readiness;
  /**
   * The version of the template, counted: 0 is promoted when the script begins, 1 is the first release.
   * @default - as at the tick before
   */
  readonly template?: number;
  /**
   * Somebody has changed the Service or the object of the router, which Flagger therefore writes anew.
   * @default false
   */
  readonly routesChanged?: boolean;
}

/** What happens at each tick. */
export interface Script {
  /**
   * By the number of the tick; 0 is the one that detects the release.
   * @default - none
   */
  readonly ticks?: readonly TickInput[];
  /**
   * What all later ticks are met with, for ever.
   * @default - all is good
   */
  readonly then?: TickInput;
}

export function inputAt({ ticks = [], then = {} }: Script, number: number): TickInput {
  return ticks[number] ?? then;
}
