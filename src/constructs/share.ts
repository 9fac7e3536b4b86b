import type { ApiObject } from 'cdk8s';
import type { Origin } from '../engines/rendered';
import type { Problem } from '../intent/problem';
import type { ObjectName } from '../intent/router';

/** What one construct wrote, and what is to be told about it. */
export interface Share {
  /** In the order in which the engine rendered them. */
  readonly objects: readonly ApiObject[];
  readonly origins: () => readonly Origin[];
  readonly elsewhere: readonly ObjectName[];
  readonly problems: readonly Problem[];
}

/** What one scope asks for beyond the objects that rollouts wrote. */
export interface ScopeChecks {
  readonly waivers: readonly ScopeWaiver[];
}

/** A rule that is waived for one object, and why. */
export interface ScopeWaiver {
  readonly rule: string;
  readonly resource: string;
  readonly reason: string;
}
