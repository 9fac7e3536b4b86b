import type { Leaf } from '../manifests/leaf';

/** Labels and annotations of the AnalysisRuns that the controller makes. */
export interface RunMetadata {
  /**
   * Labels of the runs.
   * @default - none
   */
  readonly labels?: Record<string, string>;

  /**
   * Annotations of the runs.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}

/** The same as plain data. */
export interface RunMetadataIntent {
  readonly labels: Readonly<Record<string, Leaf<string>>>;
  readonly annotations: Readonly<Record<string, Leaf<string>>>;
}

export function runMetadataIntent({ labels, annotations }: RunMetadata): RunMetadataIntent {
  return { labels: { ...labels }, annotations: { ...annotations } };
}

/** Several of them together, the later before the earlier; absent: they say nothing. */
export function runMetadataOf(all: readonly (RunMetadataIntent | undefined)[]): RunMetadataIntent | undefined {
  const labels = Object.assign({}, ...all.map(each => each?.labels)) as RunMetadataIntent['labels'];
  const annotations = Object.assign({}, ...all.map(each => each?.annotations)) as RunMetadataIntent['annotations'];
  return Object.keys(labels).length + Object.keys(annotations).length === 0 ? undefined : { labels, annotations };
}
