import type { Leaf } from '../manifests/leaf';

/** A visitor who has met a version of the rollout stays with it. */
export interface AffinityIntent {
  /** The cookie by which the router knows a visitor; absent: the router's own name for it. */
  readonly cookie?: Leaf<string>;
  /** How long a visitor is known; absent: as long as the router does it by itself. */
  readonly maxAgeSeconds?: Leaf<number>;
  /** What else is said of the cookie; absent: what the router says of it by itself. */
  readonly attributes?: CookieAttributes;
}

/** To whom and over what a browser shows a cookie. */
export interface CookieAttributes {
  readonly domain?: Leaf<string>;
  readonly path?: Leaf<string>;
  readonly httpOnly?: Leaf<boolean>;
  readonly secure?: Leaf<boolean>;
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
  readonly partitioned?: Leaf<boolean>;
}
