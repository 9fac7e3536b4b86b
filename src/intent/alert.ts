import type { Leaf } from '../manifests/leaf';

/** Who is told, and of what. */
export interface AlertIntent {
  /** The service that delivers it, by the name that the controller knows it under. */
  readonly service: string;
  /** The channel, the address; empty where the service knows it by itself. */
  readonly recipient: Leaf<string>;
  readonly triggers: readonly string[];
}
