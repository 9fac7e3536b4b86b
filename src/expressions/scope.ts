/** What names stand for. */
export interface Scope {
  readonly result: unknown;
  readonly variables: ReadonlyMap<string, unknown>;
  /** What the innermost closure looks at: `#`, `#index` and `#acc`. */
  readonly element?: unknown;
  readonly index?: bigint;
  readonly sum?: unknown;
}
