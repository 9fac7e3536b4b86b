import type { Leaf } from '../manifests/leaf';

/** Something that is done once, and goes well or does not. */
export type ActionQuestion = JobQuestion | HttpQuestion;

/** A Job that runs to its end. */
export interface JobQuestion {
  readonly kind: 'job';
  readonly labels: Readonly<Record<string, Leaf<string>>>;
  readonly annotations: Readonly<Record<string, Leaf<string>>>;
  /** The spec of a Kubernetes Job. */
  readonly spec: Readonly<Record<string, unknown>>;
}

/** A request and what its answer must be. */
export interface HttpQuestion {
  readonly kind: 'http';
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: Leaf<string>;
  readonly headers: readonly { readonly name: string; readonly value: Leaf<string> }[];
  readonly body?: Leaf<string>;
  readonly jsonBody?: Readonly<Record<string, unknown>>;
  readonly timeoutSeconds?: Leaf<number>;
  readonly insecure: boolean;
  readonly oauth2?: OAuth2Intent;
  /** What the answer is judged by; absent: that there is one. */
  readonly answer?: { readonly jsonPath: Leaf<string>; readonly success?: Leaf<string>; readonly failure?: Leaf<string> };
  /** What a load tester of Flagger is told, which reads it out of the body beside the name of the release; absent: somebody else is called. */
  readonly metadata?: Readonly<Record<string, Leaf<string>>>;
  /** Sent again until it is answered well, without an end, since a person decides; absent: a bad answer takes the release back. */
  readonly waits?: boolean;
  /** How often it is sent again when it was not answered. */
  readonly retries: Leaf<number>;
}

/** How somebody who calls gets a token. */
export interface OAuth2Intent {
  readonly tokenUrl: Leaf<string>;
  readonly clientId: Leaf<string>;
  readonly clientSecret: Leaf<string>;
  readonly scopes: readonly Leaf<string>[];
}
