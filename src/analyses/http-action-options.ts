import type { Duration } from 'cdk8s';
import type { ActionOptions } from './action-options';
import type { SecretReference } from '../intent/secret-reference';

/** What a request asks for. */
export enum HttpMethod {
  /** To read. */
  GET = 'GET',
  /** To have something done. */
  POST = 'POST',
  /** To have something replaced. */
  PUT = 'PUT',
}

/** How a request gets a token, by the client credentials of OAuth 2. */
export interface HttpActionOAuth2 {
  /** Who gives the token. */
  readonly tokenUrl: string;

  /** Who asks for it. */
  readonly clientId: string;

  /** What proves it: a Secret in the namespace of the rollout, its key `client-secret` unless the reference names another. */
  readonly clientSecret: SecretReference;

  /**
   * What it is asked for.
   * @default - as the server has it
   */
  readonly scopes?: string[];
}

/** Options for `Action.http`. */
export interface HttpActionOptions extends ActionOptions {
  /** Where the request goes. The controller sends it, so that names of Services need their namespace. */
  readonly url: string;

  /**
   * What the request asks for.
   * @default - POST with a body, GET without one
   */
  readonly method?: HttpMethod;

  /**
   * Headers of the request.
   * @default - none
   */
  readonly headers?: Record<string, string>;

  /**
   * Headers whose values are kept in Secrets in the namespace of the rollout, such as `Authorization`. The key is the name of the header
   * unless the reference names another.
   * @default - none
   */
  readonly secretHeaders?: Record<string, SecretReference>;

  /**
   * The body of the request, as it is.
   * @default - none
   */
  readonly body?: string;

  /**
   * The body of the request as a JSON object.
   * @default - none
   */
  readonly json?: string;

  /**
   * What of a JSON answer the conditions are about, such as `{$.status}`. Not the whole answer: one that is `null` would end the controller.
   * @default - nothing; every answer with a status from 200 to 299 is good
   */
  readonly jsonPath?: string;

  /**
   * When the answer is good, such as `result == "passed"`. Argo Rollouts takes a body that is not JSON for a good answer, whatever this says.
   * @default - when it is not bad
   */
  readonly successCondition?: string;

  /**
   * When the answer is bad.
   * @default - when it is not good
   */
  readonly failureCondition?: string;

  /**
   * How long the answer may take.
   * @default - 10 seconds, the controller's own
   */
  readonly timeout?: Duration;

  /**
   * Whether any certificate is taken.
   * @default false
   */
  readonly insecure?: boolean;

  /**
   * How the request gets a token.
   * @default - it has none
   */
  readonly oauth2?: HttpActionOAuth2;

  /**
   * How often it is sent again, ten seconds later, when there is no answer or one with another status.
   * @default 0
   */
  readonly retries?: number;
}
