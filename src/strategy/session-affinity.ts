import type { Duration } from 'cdk8s';
import type { AffinityIntent, CookieAttributes } from '../intent/affinity';
import { lastingSeconds, pathProblem } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import { fits, known } from '../manifests/leaf';

/** With which requests a browser sends a cookie. */
export enum SameSite {
  /** Those that pages of the same site make. */
  STRICT = 'Strict',
  /** Those, and whatever leads to a page of it. */
  LAX = 'Lax',
  /** All of them. The cookie has to be `secure`. */
  NONE = 'None',
}

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

  /**
   * The domain that the cookie is for, with all below it. Only Flagger can be told.
   * @default - the host that was asked
   */
  readonly domain?: string;

  /**
   * The path that the cookie is for, with all below it. Only Flagger can be told.
   * @default - as the router does it by itself
   */
  readonly path?: string;

  /**
   * Whether scripts of the page cannot see the cookie. Only Flagger can be told.
   * @default - as the router does it by itself
   */
  readonly httpOnly?: boolean;

  /**
   * Whether the cookie is sent over TLS alone. Only Flagger can be told.
   * @default - as the router does it by itself
   */
  readonly secure?: boolean;

  /**
   * With which requests the cookie is sent. Only Flagger can be told.
   * @default - as the router does it by itself
   */
  readonly sameSite?: SameSite;

  /**
   * Whether pages inside of other pages have a cookie of their own. Only Flagger can be told.
   * @default false
   */
  readonly partitioned?: boolean;
}

/** Keeps a visitor with the version that answered first, while the weights decide for whoever is new. */
export class SessionAffinity {
  /** Visitors are known by a cookie that the router sets. */
  public static cookie(options: CookieAffinityOptions = {}): SessionAffinity {
    const { name, maxAge, ...rest } = options;
    refuse('SessionAffinity.cookie', name === undefined || fits(name, each => cookieName.test(each)) ? undefined : {
      property: 'name', message: `must be the name of a cookie, got ${show(name)}`, fix: 'write letters, digits, dashes and underscores, such as "shop-version"',
    }, lastingSeconds('maxAge', secondsOfOptional(maxAge)), ...attributeProblems(rest));
    const attributes: CookieAttributes = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    return new SessionAffinity({
      ...(name === undefined ? {} : { cookie: name }),
      ...(maxAge === undefined ? {} : { maxAgeSeconds: secondsOfOptional(maxAge) }),
      ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    });
  }

  /** @internal */
  public readonly _intent: AffinityIntent;

  private constructor(intent: AffinityIntent) {
    this._intent = intent;
  }
}

const cookieName = /^[A-Za-z0-9_-]+$/;

/** Browsers drop a cookie of which the one is said without the other. */
function attributeProblems({ domain, path, secure, sameSite, partitioned }: CookieAttributes): readonly (Problem | undefined)[] {
  const open = { message: 'must stand beside secure: true, without which browsers drop the cookie', fix: 'write secure: true' };
  const isOpen = known(secure) === false || secure === undefined;
  return [
    /^\.?([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)*[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(known(domain) ?? 'unknown') ? undefined : {
      property: 'domain', message: `must be the name of a domain, got ${show(domain)}`, fix: 'write it in lower case without http://, port or path, such as "example.com"',
    },
    pathProblem(known(path)),
    sameSite === SameSite.NONE && isOpen ? { property: 'sameSite', ...open } : undefined,
    partitioned === true && isOpen ? { property: 'partitioned', ...open } : undefined,
  ];
}
