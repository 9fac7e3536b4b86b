// What a program is told: everything else about it stays the same from operation to operation.

export interface Settings {
  readonly namespace: string;
  /** Of the containers of what is released. */
  readonly image: string;
  /** Something else that changes: a label on an object, named `Kind/name`, or on all of them. */
  readonly label?: { readonly on: string; readonly value: string };
  /** Address of the metric store. */
  readonly metrics?: string;
  /** Components: which of the releases. */
  readonly release?: string;
  /** Components: what `up` waits for. */
  readonly wait?: 'created' | 'finished';
  /** Components: what is wrong with them. */
  readonly mistake?: 'plain' | 'known' | 'late' | 'two components' | 'two objects';
  /** Experiment: its pods get ready at no time. */
  readonly neverReady?: boolean;
  /** Plain resources: files with manifests, from the root of the repository. */
  readonly files?: readonly string[];
  /** Plain resources: `ignoreChanges` of a kind. */
  readonly ignore?: Readonly<Record<string, readonly string[]>>;
  /** Plain resources: what others have written is written over. */
  readonly force?: boolean;
}

export const ALL = 'all';

export function isOn(label: Settings['label'], path: string): boolean {
  return label?.on === path || label?.on === ALL;
}
