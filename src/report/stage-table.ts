/** One line of a stage table. */
export interface StageRow {
  readonly name: string;
  /** Percent of the traffic that the new version gets, and the old one does not; undefined when it is not known. */
  readonly share: number | undefined;
  /** What happens there, in its order. */
  readonly actions: readonly string[];
}

/** The course of a release, and what watches it. */
export interface StageTable {
  readonly resource: string;
  /** What the two versions are called. */
  readonly versions: readonly [old: string, fresh: string];
  readonly rows: readonly StageRow[];
  /** A sentence for each metric that can end the release at any moment. */
  readonly watched: readonly string[];
  /** When these are asked. */
  readonly watching: 'throughout' | 'after the switch';
}
