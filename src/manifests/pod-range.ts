/** How many pods something keeps a workload at: never fewer, never more. */
export interface PodRange {
  readonly min: number;
  readonly max: number;
}

/** Says on a Rollout without `replicas` how many pods whatever scales it from elsewhere leaves it: `3-20`. */
export const POD_RANGE_ANNOTATION = 'rolloutkit.dev/replicas';

/** The range behind such a text; undefined where it is none. */
export function parsePodRange(text: string): PodRange | undefined {
  const [, min, max] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? [];
  const range = { min: Number(min), max: Number(max) };
  return min !== undefined && range.min <= range.max ? range : undefined;
}
