import type { Duration } from 'cdk8s';

/** How a text is compared. Give exactly one. */
export interface FlaggerTextMatch {
  /**
   * It is this text.
   * @default - not compared as a whole
   */
  readonly exact?: string;

  /**
   * It begins with this text.
   * @default - not compared by its beginning
   */
  readonly prefix?: string;

  /**
   * It matches this regular expression.
   * @default - not compared with an expression
   */
  readonly regex?: string;
}

/** Requests that everything of this is true of. The Gateway API knows paths, methods, headers and parameters; Contour a path that begins so. */
export interface FlaggerHttpMatch {
  /**
   * What the match is called in the statistics of Istio.
   * @default - it has no name
   */
  readonly name?: string;

  /**
   * The path.
   * @default - any
   */
  readonly uri?: FlaggerTextMatch;

  /**
   * Whether capitals in a path that is compared as it is do not count.
   * @default false
   */
  readonly ignoreUriCase?: boolean;

  /**
   * The scheme, such as `https`.
   * @default - any
   */
  readonly scheme?: FlaggerTextMatch;

  /**
   * The HTTP method.
   * @default - any
   */
  readonly method?: FlaggerTextMatch;

  /**
   * The host, and its port where there is one.
   * @default - any
   */
  readonly authority?: FlaggerTextMatch;

  /**
   * Headers, by their names.
   * @default - any
   */
  readonly headers?: { [header: string]: FlaggerTextMatch };

  /**
   * Headers of which none may be so, by their names.
   * @default - none
   */
  readonly withoutHeaders?: { [header: string]: FlaggerTextMatch };

  /**
   * Parameters behind the path, by their names.
   * @default - any
   */
  readonly queryParams?: { [parameter: string]: FlaggerTextMatch };

  /**
   * The port that the request was sent to.
   * @default - any
   */
  readonly port?: number;

  /**
   * Labels of the pods that ask.
   * @default - any
   */
  readonly sourceLabels?: { [key: string]: string };

  /**
   * The namespace of the pods that ask.
   * @default - any
   */
  readonly sourceNamespace?: string;

  /**
   * Those of the Gateways that the match counts for.
   * @default - all of them
   */
  readonly gateways?: string[];
}

/** What requests are made to. Give a path, a host or both. */
export interface FlaggerRewrite {
  /**
   * The path.
   * @default - it stays
   */
  readonly uri?: string;

  /**
   * Whether the path replaces only what was compared of it. Only the Gateway API has to be told; Istio does so by itself.
   * @default false
   */
  readonly prefixOnly?: boolean;

  /**
   * The host.
   * @default - it stays
   */
  readonly authority?: string;
}

/** Requests that are tried again. */
export interface FlaggerRetries {
  /** How often at most. With 0 nothing is tried again. */
  readonly attempts: number;

  /**
   * How long each of them may take.
   * @default - as long as the whole
   */
  readonly perTryTimeout?: Duration;

  /**
   * After what, in the words of Envoy, such as `5xx` and `connect-failure`.
   * @default - what the router takes for it
   */
  readonly retryOn?: string[];
}

/** What happens to headers. */
export interface FlaggerHeaderOperations {
  /**
   * Values that headers get, whatever they had before, by their names.
   * @default - none
   */
  readonly set?: { [header: string]: string };

  /**
   * Values that come to those that are there, by the names of their headers.
   * @default - none
   */
  readonly add?: { [header: string]: string };

  /**
   * Headers that are taken away.
   * @default - none
   */
  readonly remove?: string[];
}

/** Pages of other hosts that may ask. */
export interface FlaggerCorsPolicy {
  /**
   * Where they come from, compared. Only Istio can do that.
   * @default - as `plainOrigins` says
   */
  readonly origins?: FlaggerTextMatch[];

  /**
   * Where they come from, such as `https://shop.example.com`. For the Gateway API.
   * @default - as `origins` says
   */
  readonly plainOrigins?: string[];

  /**
   * Methods they may use, or `*`.
   * @default - those that need no permission
   */
  readonly allowMethods?: string[];

  /**
   * Headers they may send, or `*`.
   * @default - those that need no permission
   */
  readonly allowHeaders?: string[];

  /**
   * Headers of answers they may read, or `*`.
   * @default - those that need no permission
   */
  readonly exposeHeaders?: string[];

  /**
   * Whether they may send cookies.
   * @default false
   */
  readonly allowCredentials?: boolean;

  /**
   * How long the permission is remembered.
   * @default Duration.seconds(5)
   */
  readonly maxAge?: Duration;
}

/** Something that gets a copy of all requests. */
export interface FlaggerMirror {
  /** Its name. */
  readonly name: string;

  /**
   * Its port.
   * @default - none, which a Service cannot be without
   */
  readonly port?: number;

  /**
   * The namespace it is in. A ReferenceGrant has to be there.
   * @default - that of the rollout
   */
  readonly inNamespace?: string;

  /**
   * Its kind.
   * @default 'Service'
   */
  readonly kind?: string;

  /**
   * Its API group.
   * @default '' - the core one
   */
  readonly group?: string;
}

/** What an HTTPRoute is attached to. */
export interface FlaggerGatewayReference {
  /** Its name. */
  readonly name: string;

  /**
   * The namespace it is in.
   * @default - that of the rollout
   */
  readonly inNamespace?: string;

  /**
   * The only one of its listeners.
   * @default - all of them
   */
  readonly listener?: string;

  /**
   * The only one of its ports.
   * @default - all of them
   */
  readonly port?: number;

  /**
   * Its kind: a Service where a mesh is meant.
   * @default 'Gateway'
   */
  readonly kind?: string;

  /**
   * Its API group; empty for the core one.
   * @default 'gateway.networking.k8s.io'
   */
  readonly group?: string;
}
