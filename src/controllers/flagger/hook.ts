import type { Duration } from 'cdk8s';

/** When Flagger calls somebody, and what it makes of the answer. */
export enum FlaggerHookType {
  /** Before there are pods of the new version, until the answer is good. */
  CONFIRM_ROLLOUT = 'confirm-rollout',
  /** Before the first traffic. A bad answer is a failed check. */
  PRE_ROLLOUT = 'pre-rollout',
  /** At every check, before the metrics. A bad answer is a failed check. */
  ROLLOUT = 'rollout',
  /** Before each larger share of the traffic, until the answer is good. */
  CONFIRM_TRAFFIC_INCREASE = 'confirm-traffic-increase',
  /** Before the promotion, until the answer is good. */
  CONFIRM_PROMOTION = 'confirm-promotion',
  /** After the release, whichever way it went. The answer changes nothing. */
  POST_ROLLOUT = 'post-rollout',
  /** At every check. A good answer takes the release back. */
  ROLLBACK = 'rollback',
  /** At everything that happens, instead of where Flagger sends its events otherwise. */
  EVENT = 'event',
}

/** A call of Flagger. Statuses from 200 to 202 are good answers. */
export interface FlaggerHook {
  /** Its name, in the events. */
  readonly name: string;

  /** When it comes. */
  readonly moment: FlaggerHookType;

  /** Who is called. */
  readonly url: string;

  /**
   * How long an answer may take.
   * @default - 10 seconds, the controller's own
   */
  readonly timeout?: Duration;

  /**
   * How often it is tried again when there is no answer, or one with a status from 500 on.
   * @default 0
   */
  readonly retries?: number;

  /**
   * Whether any certificate is taken.
   * @default false
   */
  readonly insecure?: boolean;

  /**
   * Whether nobody is alerted when it holds a release up.
   * @default false
   */
  readonly muteAlert?: boolean;

  /**
   * What whoever is called is told beside the release and its phase.
   * @default - nothing
   */
  readonly metadata?: { [key: string]: string };
}
