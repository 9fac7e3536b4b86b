import type { Ramp } from './ramp';
import { serviceOf, serviceProblems } from './services';
import type { Step } from './step';
import type { CourseIntent } from '../intent/canary';
import { positiveNumber } from '../intent/checks';
import type { Problem } from '../intent/problem';
import { defaultRamp } from '../intent/ramp';
import type { ITrafficRouter } from '../intent/router';
import type { StrategyPlan } from '../intent/strategy-plan';

/** Services that exist already, by name. The rollout uses them and writes none in their place. */
export interface ExistingServices {
  /**
   * The Service that everybody calls.
   * @default - one is written under the rollout's name
   */
  readonly stable?: string;

  /**
   * The Service that reaches the canary alone.
   * @default - one is written under the rollout's name and `-canary`
   */
  readonly canary?: string;
}

/** What a canary can be told beside what every rollout is told. */
export interface CanaryOptions {
  /**
   * How the share of the canary grows.
   * @default - 5, 25 and 50 % with a router; without one, weights that the pods can reach; five minutes each
   */
  readonly ramp?: Ramp;

  /**
   * Every step spelled out, instead of a ramp.
   * @default - the steps of the ramp
   */
  readonly steps?: Step[];

  /**
   * What splits the traffic.
   * @default - nothing: pods share it, so the share of the canary is its share of the pods
   */
  readonly traffic?: ITrafficRouter;

  /**
   * Services that exist already.
   * @default - Services are written
   */
  readonly services?: ExistingServices;

  /**
   * How many canary pods there are at least, so that one that restarts does not end the test. Needs a router.
   * @default 2, or as many as there are replicas
   */
  readonly minimumCanaryPods?: number;
}

const canaryPods = 2;

/** The new version gets the traffic step by step. A question without a place guards it throughout and gates every stage. */
export function canaryPlan(options: CanaryOptions): StrategyPlan {
  const { traffic, services } = options;
  return {
    defaultPlaces: [{ kind: 'throughout' }, { kind: 'each-stage' }],
    portReason: traffic && { because: `${traffic.routerName} sends requests to it`, otherwise: 'leave traffic out' },
    problems: problems(options),
    services: rollout => ({ main: serviceOf(rollout, '', services?.stable), next: serviceOf(rollout, '-canary', services?.canary) }),
    intent: (release, replicas) => ({
      ...release,
      kind: 'canary',
      course: course(options, replicas),
      router: traffic?._router,
      minimumCanaryPods: options.minimumCanaryPods ?? Math.min(canaryPods, replicas),
    }),
  };
}

function course({ ramp, steps, traffic }: CanaryOptions, replicas: number): CourseIntent {
  if (steps !== undefined) return { kind: 'steps', steps: steps.map(step => step._intent) };
  return { kind: 'ramp', ramp: ramp?._intent ?? defaultRamp(traffic !== undefined, replicas) };
}

function problems({ ramp, steps, services, minimumCanaryPods }: CanaryOptions): readonly Problem[] {
  return [
    ramp !== undefined && steps !== undefined ? {
      property: 'steps', message: 'cannot be combined with ramp', fix: 'keep the ramp, or spell every step out',
    } : undefined,
    steps?.length === 0 ? {
      property: 'steps', message: 'must hold at least one step, got none', fix: 'begin with Step.weight(20), or leave it out for the default ramp',
    } : undefined,
    ...serviceProblems({ stable: services?.stable, canary: services?.canary }),
    positiveNumber('minimumCanaryPods', minimumCanaryPods),
  ].filter(problem => problem !== undefined);
}
