import { positiveNumber } from '../intent/checks';
import type { DisruptionBudgetIntent } from '../intent/disruption-budget';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { isOpaque } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/**
 * How many pods may be taken away at once by who empties nodes: upgrades, autoscalers, people. It counts the pods of both versions
 * together, since Kubernetes knows nothing of versions; written as a number of pods that may be down it holds for one as for two.
 */
export class DisruptionBudget {
  /** So many pods; 1 where nothing is said. */
  public static atMostDown(pods: number = 1): DisruptionBudget {
    refuse('DisruptionBudget.atMostDown', pods === 0 ? blocked('pods', 'write 1, or leave the budget out') : positiveNumber('pods', pods));
    return new DisruptionBudget({ kind: 'pods', pods });
  }

  /** A percentage of the pods of both versions, rounded up to whole pods. */
  public static atMostPercentDown(percent: number): DisruptionBudget {
    refuse('DisruptionBudget.atMostPercentDown', percent === 0 ? blocked('percent', 'write 10, which is one pod at least') : percentProblem(percent));
    return new DisruptionBudget({ kind: 'percent', percent });
  }

  /** @internal */
  public readonly _intent: DisruptionBudgetIntent;

  private constructor(intent: DisruptionBudgetIntent) {
    this._intent = intent;
  }
}

function blocked(property: string, fix: string): Problem {
  return { property, message: 'must be at least 1, got 0: no pod could be moved, and no node ever emptied', fix };
}

function percentProblem(percent: Leaf<number>): Problem | undefined {
  return isOpaque(percent) || Number.isInteger(percent) && percent >= 1 && percent <= 99 ? undefined : {
    property: 'percent',
    message: `must be a whole percentage from 1 to 99, got ${show(percent)}`,
    fix: percent > 0 && percent < 1 ? `percentages are written in percent: write ${Math.max(1, Math.round(percent * 100))}` : 'write for example 10',
  };
}
