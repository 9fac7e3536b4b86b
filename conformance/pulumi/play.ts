// What can be looked at with a real engine of Pulumi, and where that happens.
import type { Workshop } from './workshop';
import type { Engine, Lab } from '../harness/lab';
import type { Fields } from '../harness/objects';
import type { Recorder } from '../harness/trace';
import type { PartName } from '../lab/parts';

export interface Play {
  readonly id: string;
  /** What would be wrong if it went otherwise. */
  readonly why: string;
  /** Of the cluster that it needs; without one, there is no cluster. */
  readonly controller?: Engine;
  /** Beside the engine and what its cluster needs. */
  readonly needs?: readonly PartName[];
  /** Why it cannot be played on this machine. */
  readonly lacks?: () => string | undefined;
  readonly play: (ground: Ground) => Promise<Played>;
}

export interface Played {
  /** What was not as it must be. */
  readonly findings: readonly string[];
  readonly trace?: readonly Fields[];
}

export interface Ground {
  readonly workshop: Workshop;
  /** Present where the play has a controller. */
  readonly cluster?: Cluster;
}

export interface Cluster {
  readonly lab: Lab;
  readonly recorder: Recorder;
}
