import type { Leaf } from '../manifests/leaf';

/** What pods carry as long as they are one of the two versions. */
export interface VersionMetadataIntent {
  readonly labels: Readonly<Record<string, Leaf<string>>>;
  readonly annotations: Readonly<Record<string, Leaf<string>>>;
}
