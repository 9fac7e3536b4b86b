import type { Duration } from 'cdk8s';
import type { Stage } from './stage';
import { lastingSeconds, stageWeight } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { defaultHoldSeconds } from '../intent/ramp';
import type { RampIntent } from '../intent/ramp';
import { secondsOf, secondsOfOptional } from '../intent/seconds';

/** Options for the stages of a ramp. */
export interface RampOptions {
  /**
   * How long each stage lasts before its gates are asked.
   * @default Duration.minutes(5)
   */
  readonly hold?: Duration;
}

/** Options for `Ramp.linear`. */
export interface LinearRampOptions {
  /** By how many percent of the traffic each stage is larger than the one before. */
  readonly increment: number;

  /** How long each stage lasts. */
  readonly every: Duration;
}

/** Options for `Ramp.exponential`. */
export interface ExponentialRampOptions {
  /** The percentage of the traffic at the first stage. */
  readonly start: number;

  /**
   * By how much each stage is multiplied.
   * @default 2
   */
  readonly factor?: number;

  /** How long each stage lasts. */
  readonly every: Duration;
}

/** How the share of the canary grows. All of the traffic is implied at the end. */
export class Ramp {
  /** Stages at the given percentages of the traffic, equally long. */
  public static stages(weights: number[], options: RampOptions = {}): Ramp {
    const seconds = options.hold ? secondsOf(options.hold) : defaultHoldSeconds;
    refuse('Ramp.stages', someStages(weights), ...weights.map((weight, index) => stageWeight(`stages[${index}]`, weight)), lastingSeconds('hold', seconds));
    return new Ramp(weights.map((weight, index) => ({
      weight,
      holdSeconds: isImpliedEnd(weight, index, weights) ? undefined : seconds,
      approval: false,
      analyses: [],
    })));
  }

  /** Stages that differ in more than their weight. */
  public static of(stages: Stage[], options: RampOptions = {}): Ramp {
    const seconds = secondsOfOptional(options.hold);
    refuse('Ramp.of', someStages(stages), ...lateAudiences(stages), lastingSeconds('hold', seconds));
    return new Ramp(stages.map(({ _intent: stage }, index) => ({
      ...stage,
      holdSeconds: stage.holdSeconds ?? (isImpliedEnd(stage.weight, index, stages) ? undefined : seconds ?? defaultHoldSeconds),
    })));
  }

  /** Equal increments: 20 gives 20, 40, 60 and 80. */
  public static linear(options: LinearRampOptions): Ramp {
    const seconds = secondsOf(options.every);
    refuse('Ramp.linear', stageWeight('increment', options.increment), lastingSeconds('every', seconds));
    const count = Math.ceil(100 / options.increment) - 1;
    const weights = Array.from({ length: count }, (_, index) => (index + 1) * options.increment);
    return Ramp.evenly(weights.length > 0 ? weights : [options.increment], seconds);
  }

  /** Each stage a multiple of the one before: 5 gives 5, 10, 20, 40 and 80. */
  public static exponential(options: ExponentialRampOptions): Ramp {
    const factor = options.factor ?? 2;
    const seconds = secondsOf(options.every);
    refuse('Ramp.exponential', stageWeight('start', options.start), factorProblem(factor), lastingSeconds('every', seconds));
    const weights: number[] = [];
    for (let weight = options.start; weight < 100; weight = Math.max(weight + 1, Math.round(weight * factor))) {
      weights.push(weight);
    }
    return Ramp.evenly(weights.length > 0 ? weights : [options.start], seconds);
  }

  private static evenly(weights: readonly number[], holdSeconds: number): Ramp {
    return new Ramp(weights.map(weight => ({ weight, holdSeconds, approval: false, analyses: [] })));
  }

  /** @internal */
  public readonly _intent: RampIntent;

  private constructor(intent: RampIntent) {
    this._intent = intent;
  }
}

/** All of the traffic as the last stage says what is implied, and is not held by itself. */
function isImpliedEnd(weight: unknown, index: number, stages: readonly unknown[]): boolean {
  return weight === 100 && index === stages.length - 1 && index > 0;
}

/** A share of the traffic that was given is not taken back for an audience. */
function lateAudiences(stages: readonly Stage[]): readonly Problem[] {
  const first = stages.findIndex(({ _intent: stage }) => stage.weight !== 0);
  return stages.flatMap(({ _intent: stage }, index) => first < 0 || index < first || stage.weight !== 0 ? [] : [{
    property: `stages[${index}]`,
    message: 'must come before the stages with a weight, since only its audience would see the canary again',
    fix: 'put it first, or write Stage.at with a weight and this audience',
  }]);
}

function someStages(stages: readonly unknown[]): Problem | undefined {
  return stages.length > 0 ? undefined : {
    property: 'stages', message: 'must hold at least one stage, got none', fix: 'write for example [5, 25, 50], or leave the ramp out for the default',
  };
}

function factorProblem(factor: number): Problem | undefined {
  return factor > 1 && Number.isFinite(factor) ? undefined : {
    property: 'factor', message: `must be above 1, got ${show(factor)}`, fix: 'write 2 to double the share at each stage',
  };
}
