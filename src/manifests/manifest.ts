/** One Kubernetes object as plain JSON: what an engine renders, what a file holds, what the graph reads. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
  readonly [key: string]: unknown;
}

/** The part of an object's metadata that anything here looks at. */
export interface ManifestMetadata {
  readonly name?: string;
  /** The API server completes it to a name. */
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}
