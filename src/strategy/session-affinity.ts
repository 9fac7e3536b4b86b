import type { Duration } from 'cdk8s';
import type { AffinityIntent } from '../intent/affinity';
import { lastingSeconds } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';

/** Options for `SessionAffinity.cookie`. */
export interface CookieAffinityOptions {
  /**
   * The name of the cookie.
   * @default - the router's own
   */
  readonly name?: string;

  /**
   * How long a visitor is known.
   * @default - as long as the router does it by itself
   */
  readonly maxAge?: Duration;
}

/** Keeps a visitor with the version that answered first, while the weights decide for whoever is new. */
export class SessionAffinity {
  /** Visitors are known by a cookie that the router sets. */
  public static cookie(options: CookieAffinityOptions = {}): SessionAffinity {
    const { name, maxAge } = options;
    refuse('SessionAffinity.cookie', name === undefined || cookieName.test(name) ? undefined : {
      property: 'name', message: `must be the name of a cookie, got ${show(name)}`, fix: 'write letters, digits, dashes and underscores, such as "shop-version"',
    }, lastingSeconds('maxAge', secondsOfOptional(maxAge)));
    return new SessionAffinity({
      ...(name === undefined ? {} : { cookie: name }),
      ...(maxAge === undefined ? {} : { maxAgeSeconds: secondsOfOptional(maxAge) }),
    });
  }

  /** @internal */
  public readonly _intent: AffinityIntent;

  private constructor(intent: AffinityIntent) {
    this._intent = intent;
  }
}

const cookieName = /^[A-Za-z0-9_-]+$/;
