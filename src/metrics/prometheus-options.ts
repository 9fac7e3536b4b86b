import type { Duration } from 'cdk8s';
import type { OAuth2Options, SigV4Options } from './authentication';
import type { SecretReference } from '../intent/secret-reference';

/** Options for `PrometheusSource`. */
export interface PrometheusSourceOptions {
  /** Where it answers, as the controller sees it: `http://prometheus.monitoring:9090`. */
  readonly address: string;

  /**
   * Headers sent with every query, such as `X-Scope-OrgID` for a tenant.
   * @default - none
   */
  readonly headers?: Record<string, string>;

  /**
   * Headers whose values are kept in Secrets in the namespace of the rollout, such as `Authorization`. The key is the name
   * of the header unless the reference names another. Where the Secret or the key is missing, an analysis ends with an
   * error at once.
   * Flagger cannot be told.
   * @default - none
   */
  readonly secretHeaders?: Record<string, SecretReference>;

  /**
   * A token that is sent with every query, alone in a Secret in the namespace of the rollout. Its key is `token`, unless the
   * reference names another; Flagger reads no other.
   * @default - no token
   */
  readonly bearerToken?: SecretReference;

  /**
   * A name and a password that Flagger sends with every query: a Secret in the namespace of the rollout with the keys
   * `username` and `password`. Argo Rollouts cannot be told.
   * @default - none
   */
  readonly basicAuth?: SecretReference;

  /**
   * Signs the queries for Amazon Managed Service for Prometheus. Flagger cannot be told.
   * @default - not signed
   */
  readonly sigv4?: SigV4Options;

  /**
   * Asks an OAuth 2.0 server for a token to send along. Flagger cannot be told.
   * @default - no token
   */
  readonly oauth2?: OAuth2Options;

  /**
   * Whether a certificate that cannot be verified is accepted.
   * @default false
   */
  readonly insecure?: boolean;

  /**
   * How long a query may take. For Flagger it is 5 seconds, whatever is said.
   * @default Duration.seconds(30)
   */
  readonly timeout?: Duration;

  /**
   * Asks for every value within a time instead of the one there is now: one bad value is a bad answer. Flagger
   * cannot be told.
   * @default - the value there is now
   */
  readonly rangeQuery?: PrometheusRange;
}

/** A time that is looked back over. */
export interface PrometheusRange {
  /** How long ago it begins. */
  readonly beginsAgo: Duration;

  /**
   * How long ago it ends.
   * @default - it ends now
   */
  readonly endsAgo?: Duration;

  /** How far its values are apart. */
  readonly step: Duration;
}
