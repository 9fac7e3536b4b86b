import type { Leaf } from '../manifests/leaf';

/** Who is told, and of what. */
export interface AlertIntent {
  /** The service that delivers it, by the name that the controller knows it under. */
  readonly service: string;
  /** The channel, the address; empty where the service knows it by itself. */
  readonly recipient: Leaf<string>;
  readonly triggers: readonly string[];
  /** The AlertProvider that stands for it; absent: it is told by another engine. */
  readonly flagger?: { readonly provider: string; readonly namespace?: string; readonly severity: 'info' | 'warn' | 'error' };
}

/** A channel as an object of its own, which Flagger needs. */
export interface AlertProviderIntent {
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, Leaf<string>>>;
  /** The property that says where it is told. */
  readonly service: 'slack' | 'teams' | 'discord' | 'rocket' | 'googleChat' | 'email' | 'webhook' | 'service';
  /** What that property says. */
  readonly channel: Leaf<string>;
  /** The Secret that holds the address. */
  readonly secret?: { readonly name: string; readonly key?: string };
  readonly address?: Leaf<string>;
  readonly username?: Leaf<string>;
  readonly proxy?: Leaf<string>;
}
