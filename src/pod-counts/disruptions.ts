/** One of the two limits of a PodDisruptionBudget, as it is written: pods, or a percentage such as `25%`. */
export interface DisruptionLimit {
  readonly kind: 'maxUnavailable' | 'minAvailable';
  readonly value: number | string;
}

/**
 * How many of so many healthy pods may be evicted before one has to come back: the arithmetic of Kubernetes' disruption controller,
 * which rounds percentages up on both sides. The pods are those of all ReplicaSets that the budget selects. Undefined for a text that
 * is no percentage.
 */
export function podsThatMayGo({ kind, value }: DisruptionLimit, pods: number): number | undefined {
  const counted = countOf(value, pods);
  if (counted === undefined) {
    return undefined;
  }
  const healthy = kind === 'maxUnavailable' ? Math.max(0, pods - counted) : counted;
  return Math.max(0, pods - healthy);
}

function countOf(value: number | string, pods: number): number | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= 0 ? value : undefined;
  }
  const [, percent] = /^(\d{1,9})%$/.exec(value) ?? [];
  return percent === undefined ? undefined : Math.ceil(Number(percent) * pods / 100);
}
