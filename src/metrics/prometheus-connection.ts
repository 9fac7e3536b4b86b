import type { Authentication } from './authentication';
import type { SecretKey } from '../intent/secret-reference';
import type { Leaf } from '../manifests/leaf';

/** The options as plain data, where any value may not be known yet. */
export interface PrometheusConnection {
  readonly address: Leaf<string>;
  readonly headers?: Readonly<Record<string, Leaf<string>>>;
  readonly secretHeaders?: readonly { readonly name: string; readonly secret: SecretKey }[];
  readonly insecure?: Leaf<boolean>;
  readonly bearerToken?: SecretKey;
  /** A Secret. */
  readonly basicAuth?: Leaf<string>;
  readonly timeoutSeconds?: Leaf<number>;
  readonly authentication?: Authentication;
  readonly range?: { readonly beginsSecondsAgo: Leaf<number>; readonly endsSecondsAgo?: Leaf<number>; readonly stepSeconds: Leaf<number> };
}
