import type { Reference } from './reference';

/** By id, what upstream holds against a manifest, or what goes wrong with it, and where that can be looked up. */
export type UpstreamChecks = Readonly<Record<string, readonly [wrong: string, ...references: Reference[]]>>;
