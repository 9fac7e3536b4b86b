import { wholeNumber } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { fits, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** A number of pods, or a share of those that a rollout has when nothing is being released. */
export class PodShare {
  /** So many pods. */
  public static pods(pods: number): PodShare {
    refuse('PodShare.pods', wholeNumber('pods', pods));
    return new PodShare(pods);
  }

  /** A percentage of the pods: of those that are added rounded up, of those that are taken away rounded down. */
  public static percent(percent: number): PodShare {
    refuse('PodShare.percent', fits(percent, known => Number.isInteger(known) && known >= 0 && known <= 100) ? undefined : {
      property: 'percent', message: `must be a whole percentage from 0 to 100, got ${show(percent)}`, fix: 'write for example 25',
    });
    return new PodShare(mapLeaf<number, string>(percent, known => `${known}%`));
  }

  /** @internal */
  public readonly _value: Leaf<number | string>;

  private constructor(value: Leaf<number | string>) {
    this._value = value;
  }
}

/** The controller refuses a canary that may neither add a pod nor take one away. */
export function stuckProblem(maxSurge: PodShare | undefined, maxUnavailable: PodShare | undefined): Problem | undefined {
  if (!isZero(maxSurge) || (maxUnavailable !== undefined && !isZero(maxUnavailable))) return undefined;
  const other = maxUnavailable === undefined ? ', which is 0 where nothing is said' : '';
  return {
    property: 'maxSurge',
    message: `cannot be 0 together with maxUnavailable${other}: no pod could be added, and none taken away`,
    fix: 'write maxUnavailable: PodShare.percent(25), or allow a pod more',
  };
}

function isZero(share: PodShare | undefined): boolean {
  return share?._value === 0 || share?._value === '0%';
}
