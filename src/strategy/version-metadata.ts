import type { VersionMetadataIntent } from '../intent/version-metadata';

/** Labels and annotations that pods carry as long as they are one of the two versions. */
export interface VersionMetadata {
  /**
   * Labels.
   * @default - none
   */
  readonly labels?: Record<string, string>;

  /**
   * Annotations.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}

/** The same as plain data; absent: it says nothing. */
export function versionMetadata({ labels = {}, annotations = {} }: VersionMetadata = {}): VersionMetadataIntent | undefined {
  return Object.keys(labels).length + Object.keys(annotations).length === 0 ? undefined : { labels, annotations };
}
