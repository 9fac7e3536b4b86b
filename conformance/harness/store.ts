// What a scenario needs of a metric store, be it scripted or real.
import type { Asked, Script } from './metrics';
import type { Behaviour, Version } from './traffic';

export interface Store {
  readonly address: string;
  /** What was asked, where that is known. */
  readonly asked: readonly Asked[];
  /** Queries that nothing in the scenario answers. */
  readonly unknown: ReadonlySet<string>;
  /** What becomes of the queries of manifests. */
  query?(query: string): string;
  /** Times count from now on. */
  start(): void;
  /** Other answers from now on, by the name of the series. */
  set(changes: Readonly<Record<string, Script>>): void;
  /** A version fares otherwise from now on. */
  behave(changes: Readonly<Partial<Record<Version, Partial<Behaviour>>>>): void;
  /** Is away for so many seconds. */
  restart(seconds: number): Promise<void>;
  close(): Promise<void>;
}
