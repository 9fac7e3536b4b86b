import { addressProblem, textProblem } from './checks';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secretArgument, secretKey, secretPlaceholder } from '../intent/secret-reference';
import type { SecretKey, SecretReference } from '../intent/secret-reference';
import type { MetricAuthentication } from '../manifests/argo-rollouts.generated';
import { isOpaque } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Requests signed for Amazon Managed Service for Prometheus, with the rights of the controller's own pod. */
export interface SigV4Options {
  /** The region of the workspace. */
  readonly region: string;

  /**
   * A profile of the AWS configuration in the controller's pod.
   * @default - the default one
   */
  readonly profile?: string;

  /**
   * A role to assume.
   * @default - none
   */
  readonly roleArn?: string;
}

/** A token that the controller asks an OAuth 2.0 server for, with the client's own credentials. */
export interface OAuth2Options {
  /** Where tokens are given out. */
  readonly tokenUrl: string;

  /** The name by which the server knows the client. */
  readonly clientId: string;

  /** What proves it: a Secret in the namespace of the rollout, its key `client-secret` unless the reference names another. */
  readonly clientSecret: SecretReference;

  /**
   * What the token is for.
   * @default - what the server gives to this client
   */
  readonly scopes?: string[];
}

/** How a store is told who asks, as plain data. */
export type Authentication =
  | { readonly kind: 'sigv4'; readonly region: Leaf<string>; readonly profile?: Leaf<string>; readonly roleArn?: Leaf<string> }
  | {
    readonly kind: 'oauth2';
    readonly tokenUrl: Leaf<string>;
    readonly clientId: Leaf<string>;
    readonly clientSecret: SecretKey;
    readonly scopes?: readonly Leaf<string>[];
  };

export interface AuthenticationOptions {
  readonly sigv4?: SigV4Options;
  readonly oauth2?: OAuth2Options;
}

export function authenticationOf({ sigv4, oauth2 }: AuthenticationOptions): Authentication | undefined {
  if (sigv4 !== undefined) return { kind: 'sigv4', ...sigv4 };
  return oauth2 === undefined ? undefined : { kind: 'oauth2', ...oauth2, clientSecret: secretKey(oauth2.clientSecret, 'client-secret') };
}

export function authenticationProblems({ sigv4, oauth2 }: AuthenticationOptions, address: Leaf<string>): (Problem | undefined)[] {
  return [
    sigv4 === undefined || oauth2 === undefined ? undefined : {
      property: 'oauth2', message: 'cannot be combined with sigv4: both write the header Authorization', fix: 'keep the one you mean',
    },
    sigv4 && textProblem('sigv4.region', sigv4.region, 'write the region of the workspace, such as "eu-west-1"'),
    // the controller signs nothing else, without a word
    sigv4 === undefined || isOpaque(address) || address.includes('aps-workspaces') ? undefined : {
      property: 'sigv4',
      message: `does nothing on an address without "aps-workspaces", got ${show(address)}`,
      fix: 'leave it out, or write the address of an Amazon workspace',
    },
    oauth2 && addressProblem(oauth2.tokenUrl, 'https://login.example.com/oauth2/token', 'oauth2.tokenUrl'),
    oauth2 && textProblem('oauth2.clientId', oauth2.clientId, 'write the name by which the server knows the client'),
  ];
}

/** What Argo Rollouts is told; the Secret is read by an argument of the analysis. */
export function argoAuthentication(authentication: Authentication): MetricAuthentication {
  if (authentication.kind === 'sigv4') {
    const { region, profile, roleArn } = authentication;
    return { sigv4: { region, ...(profile === undefined ? {} : { profile }), ...(roleArn === undefined ? {} : { roleArn }) } };
  }
  const { tokenUrl, clientId, clientSecret, scopes = [] } = authentication;
  return { oauth2: { tokenUrl, clientId, clientSecret: secretPlaceholder(clientSecret), ...(scopes.length === 0 ? {} : { scopes }) } };
}

export function authenticationArguments(authentication: Authentication | undefined) {
  return authentication?.kind === 'oauth2' ? [secretArgument(authentication.clientSecret)] : [];
}
