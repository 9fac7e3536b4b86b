import type { GatePlace } from './gate';
import type { Problem } from './problem';
import type { ReleaseIntent } from './release';
import type { ServicesIntent, StrategyIntent } from './rollout';

/** A strategy that was chosen: what it makes of what every rollout says. */
export interface StrategyPlan {
  /** Where a question stands that was given without a place. */
  readonly defaultPlaces: readonly GatePlace[];
  /** Why the pods must have a port; absent: they need none. */
  readonly portReason?: PortReason;
  /** What is wrong with its options in a way that the intent cannot hold. */
  readonly problems: readonly Problem[];
  /** The two Services of a rollout of this name. */
  services(rollout: string): Pick<ServicesIntent, 'main' | 'next'>;
  /** The strategy as plain data. `replicas` are those that were asked for, if they are a number of pods. */
  intent(release: ReleaseIntent, replicas: number): StrategyIntent;
}

export interface PortReason {
  /** Reads on from "must be given, since". */
  readonly because: string;
  /** What else can be done than giving a port. */
  readonly otherwise: string;
}
