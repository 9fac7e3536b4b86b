import { mustBeOfPods } from './of-pods';
import type { AnalysisOptions } from './options';
import { commonProblems, ownSourceProblems, questionIntent } from './question-intent';
import type { AnalysisIntent } from '../intent/analysis';
import { anyNumber, nameProblem } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { Filled } from '../intent/saturation';
import { secondsOfOptional } from '../intent/seconds';
import { known } from '../manifests/leaf';

/** What of the pods may be full. All are percentages, and the fullest container counts. */
export class Saturation {
  /** CPU time, of what is requested. It may be above 100. */
  public static cpuOfRequests(): Saturation {
    return new Saturation('cpu-of-requests', 'cpu', 100);
  }

  /** CPU time, of the limit. */
  public static cpuOfLimits(): Saturation {
    return new Saturation('cpu-of-limits', 'cpu', 90);
  }

  /** Memory that cannot be freed, of what is requested. It may be above 100. */
  public static memoryOfRequests(): Saturation {
    return new Saturation('memory-of-requests', 'memory', 100);
  }

  /** Memory that cannot be freed, of the limit. At 100 the container is ended. */
  public static memoryOfLimits(): Saturation {
    return new Saturation('memory-of-limits', 'memory', 90);
  }

  /** Periods of the CPU in which the container had to wait for the next one, of all periods. Only a limit of CPU makes it wait. */
  public static throttledCpu(): Saturation {
    return new Saturation('throttled-cpu', 'throttling', 25);
  }

  /**
   * By how much of its limit memory grows in an hour: a leak. Containers count from the time on that they are as old as the window and five
   * minutes more, in which they warm up; until then there is no answer.
   */
  public static memoryGrowth(): Saturation {
    return new Saturation('memory-growth', 'memory-growth', 25);
  }

  /** @internal */
  public readonly _filled: Filled;

  /** @internal */
  public readonly _name: string;

  /** @internal */
  public readonly _atMost: number;

  private constructor(filled: Filled, name: string, atMost: number) {
    this._filled = filled;
    this._name = name;
    this._atMost = atMost;
  }
}

/** Options for how full the pods are. */
export interface SaturationOptions extends AnalysisOptions {
  /** What may be full, and of what: `Saturation.memoryOfLimits()`. */
  readonly of: Saturation;

  /**
   * The percentage that is still tolerated.
   * @default - 90 of a limit, 100 of what is requested, 25 of throttled CPU, 25 of memory growth
   */
  readonly atMost?: number;

  /**
   * The container that is looked at.
   * @default - all containers of the pods, those that are injected as well
   */
  readonly containerName?: string;
}

/** Seconds over which memory has to grow: shorter ones show what is put away and cleared again. */
const growthWindow = 900;
const shortestGrowthWindow = 600;

export function saturationIntent(owner: string, options: SaturationOptions): AnalysisIntent {
  const { of, containerName, atMost = of._atMost } = options;
  const asked = questionIntent(of._name, { kind: 'saturation', of: { filled: of._filled, containerName }, atMost }, options);
  const { timing } = asked;
  refuse(owner,
    percentProblem(atMost), containerName === undefined ? undefined : nameProblem('containerName', containerName), windowProblem(options),
    ...mustBeOfPods(options), ...commonProblems(options), ...ownSourceProblems(asked));
  return { ...asked, minimumRequests: 0, timing: of._filled === 'memory-growth' ? { ...timing, windowSeconds: timing.windowSeconds ?? growthWindow } : timing };
}

/** What is requested may be used several times over, so that there is no upper end. */
function percentProblem(atMost: number): Problem | undefined {
  const value = known(atMost);
  return anyNumber('atMost', atMost) ?? (value === undefined || value > 0 ? undefined : {
    property: 'atMost', message: `must be a percentage above 0, got ${show(value)}`, fix: 'write 90 for ninety percent',
  });
}

function windowProblem({ of, window }: SaturationOptions): Problem | undefined {
  const seconds = known(secondsOfOptional(window));
  return of._filled !== 'memory-growth' || seconds === undefined || seconds >= shortestGrowthWindow ? undefined : {
    property: 'window',
    message: `must be at least ${shortestGrowthWindow} seconds of memoryGrowth, got ${show(seconds)}: within less, memory that is cleared from time to time looks like a leak`,
    fix: 'write Duration.minutes(15)',
  };
}
