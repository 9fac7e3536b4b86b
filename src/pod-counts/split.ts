/** Pods of a canary and of the stable version. */
export interface PodSplit {
  readonly canary: number;
  readonly stable: number;
}

/**
 * The split of pods that a canary without a router aims at for a weight: the controller's
 * `approximateWeightedCanaryStableReplicaCounts`, with its rounding. Weights go up to 100: only a router can have others.
 */
export function splitPods(replicas: number, weight: number, surge: number): PodSplit {
  if (replicas === 0) {
    return { canary: 0, stable: 0 };
  }
  const up = Math.ceil(replicas * weight / 100);
  const down = Math.floor(replicas * weight / 100);
  const zeroAllowed = weight === 100 || weight === 0 || (replicas === 1 && surge === 0);
  const candidates: { canary: number; total: number }[] = [];
  const offer = (total: number, isUpAllowed: boolean): void => {
    if (isUpAllowed) {
      candidates.push({ canary: up, total });
    }
    // Half a pod is rounded up only.
    if (!isTied(total, weight) && (down !== 0 || zeroAllowed)) {
      candidates.push({ canary: down, total });
    }
  };
  offer(replicas, up < replicas || zeroAllowed);
  if (surge > 0) {
    offer(replicas + 1, true);
  }
  let best: { canary: number; total: number; error: number } | undefined;
  for (const { canary, total } of candidates) {
    const error = Math.abs(canary * 100 / total - weight);
    if (best === undefined || error < best.error) {
      best = { canary, total, error };
    }
  }
  // With no candidate the controller keeps the stable pods and starts no canary.
  return best === undefined ? { canary: 0, stable: replicas } : { canary: best.canary, stable: best.total - best.canary };
}

/** The share of the pods, in percent, that are canaries. */
export function shareOf({ canary, stable }: PodSplit): number {
  return canary + stable === 0 ? 0 : canary * 100 / (canary + stable);
}

/** The weights, rising, that pods can come close to: for each reachable split above 0 the whole percent nearest to it. */
export function reachableWeights(replicas: number, surge: number): number[] {
  const shares = new Set<number>();
  for (let weight = 1; weight < 100; weight++) {
    const share = Math.round(shareOf(splitPods(replicas, weight, surge)));
    if (share > 0 && share < 100) {
      shares.add(share);
    }
  }
  // Only those that give themselves when they are asked for.
  return [...shares].filter((share) => Math.round(shareOf(splitPods(replicas, share, surge))) === share).sort((a, b) => a - b);
}

function isTied(pods: number, weight: number): boolean {
  const exact = pods * (weight / 100);
  return exact - Math.trunc(exact) === 0.5;
}
