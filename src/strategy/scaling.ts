import type { Duration } from 'cdk8s';
import { nameProblem, positiveNumber, wholeNumber } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { ScalingIntent } from '../intent/scaling';
import { secondsOfOptional } from '../intent/seconds';
import { fits } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Between how many pods something scales. */
export interface ScalingRange {
  /** How many pods there are at least. A ramp without a router is made for so many. */
  readonly min: number;

  /** How many pods there are at most when nothing is being rolled out. */
  readonly max: number;
}

/** Options for `Scaling.hpa`. */
export interface HpaOptions extends ScalingRange {
  /**
   * How much of the processor time that its pods request may be used, in percent, before there are more of them.
   * @default - 80, unless `memoryPercent` is given
   */
  readonly cpuPercent?: number;

  /**
   * How much of the memory that its pods request may be used, in percent, before there are more of them.
   * @default - memory does not count
   */
  readonly memoryPercent?: number;

  /**
   * How long it has to be quiet before there are fewer pods; an hour at most.
   * @default - 5 minutes, the autoscaler's own
   */
  readonly scaleDownWindow?: Duration;
}

/** Who decides how many pods there are. The rollout then says nothing of it. */
export class Scaling {
  /** A HorizontalPodAutoscaler under the rollout's name, written with it. Old and new version are scaled together. */
  public static hpa(options: HpaOptions): Scaling {
    const { min, max, cpuPercent, memoryPercent } = options;
    const scaleDownWindowSeconds = secondsOfOptional(options.scaleDownWindow);
    refuse('Scaling.hpa', min === 0 ? noPods : positiveNumber('min', min), ...rangeProblems(options),
      positiveNumber('cpuPercent', cpuPercent), positiveNumber('memoryPercent', memoryPercent), windowProblem(scaleDownWindowSeconds));
    return new Scaling({ kind: 'hpa', min, max, cpuPercent, memoryPercent, scaleDownWindowSeconds });
  }

  /** KEDA, by a ScaledObject that somebody else owns. */
  public static keda(scaledObjectName: string, bounds: ScalingRange): Scaling {
    refuse('Scaling.keda', nameProblem('scaledObjectName', scaledObjectName), wholeNumber('min', bounds.min), ...rangeProblems(bounds));
    return new Scaling({ kind: 'keda', name: scaledObjectName, min: bounds.min, max: bounds.max });
  }

  /** Anything else, such as a HorizontalPodAutoscaler of another repository, or a person. */
  public static external(bounds: ScalingRange): Scaling {
    refuse('Scaling.external', wholeNumber('min', bounds.min), ...rangeProblems(bounds));
    return new Scaling({ kind: 'external', min: bounds.min, max: bounds.max });
  }

  /** @internal */
  public readonly _intent: ScalingIntent;

  private constructor(intent: ScalingIntent) {
    this._intent = intent;
  }
}

const noPods: Problem = {
  property: 'min',
  message: 'must be a whole number of at least 1, got 0: a HorizontalPodAutoscaler goes down to nothing only behind a feature gate of Kubernetes, and then does not come back by processor or memory',
  fix: 'write 1, or let KEDA scale: Scaling.keda()',
};

function rangeProblems({ min, max }: ScalingRange): readonly (Problem | undefined)[] {
  const wrong = positiveNumber('max', max);
  return [wrong, wrong !== undefined || fits<number>(max, most => fits<number>(min, least => !(most < least))) ? undefined : {
    property: 'max', message: `must be at least min, which is ${show(min)}, got ${show(max)}`, fix: `write ${show(min)} or more, or a smaller min`,
  }];
}

const longestWindow = 3600;

function windowProblem(seconds: Leaf<number> | undefined): Problem | undefined {
  return seconds === undefined || fits(seconds, known => Number.isInteger(known) && known >= 0 && known <= longestWindow) ? undefined : {
    property: 'scaleDownWindow', message: `must be a whole number of seconds, an hour at most, got ${show(seconds)}`, fix: 'write Duration.minutes(5)',
  };
}
