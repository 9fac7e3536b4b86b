import { stuckProblem } from './pod-share';
import type { PodShare } from './pod-share';
import type { Ramp } from './ramp';
import { serviceOf, serviceProblems } from './services';
import type { SessionAffinity } from './session-affinity';
import type { Step } from './step';
import { versionMetadata } from './version-metadata';
import type { VersionMetadata } from './version-metadata';
import { positiveNumber, positivePercent } from '../intent/checks';
import type { CourseIntent } from '../intent/course';
import type { Problem } from '../intent/problem';
import { defaultRamp } from '../intent/ramp';
import type { StageIntent } from '../intent/ramp';
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

  /**
   * With `pingPong`, the Service that reaches the stable version first.
   * @default - one is written under the rollout's name and `-ping`
   */
  readonly ping?: string;

  /**
   * With `pingPong`, the Service that reaches the canary first.
   * @default - one is written under the rollout's name and `-pong`
   */
  readonly pong?: string;
}

/** What a canary and an A/B test can both be told beside what every rollout is told. */
export interface CommonCanaryOptions {
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

  /**
   * How many pods less than `replicas` there may be while pods are exchanged, or while the controller restarts all of them.
   * @default PodShare.pods(0), and behind a router 25 % in a restart
   */
  readonly maxUnavailable?: PodShare;

  /**
   * What the pods of the new version carry as long as they are the canary.
   * @default - nothing more than all pods
   */
  readonly canaryMetadata?: VersionMetadata;

  /**
   * What the pods of the stable version carry.
   * @default - nothing more than all pods
   */
  readonly stableMetadata?: VersionMetadata;

  /**
   * Whether the two Services take turns: that of the canary becomes the stable one at the promotion, and stays with its pods. Load
   * balancers that send requests to pods by themselves then keep their connections. Needs `AlbTraffic` or `IstioTraffic`.
   * @default false
   */
  readonly pingPong?: boolean;

  /**
   * Keeps visitors with the version that answered them first. Needs a router that can.
   * @default - every request is divided anew
   */
  readonly sessionAffinity?: SessionAffinity;

  /**
   * How many percent of the requests are copied to the canary before it gets any, for one check. The answers to the copies are thrown
   * away. For Flagger, behind a router that can; Argo Rollouts has `Step.mirror`.
   * @default - none
   */
  readonly mirrorPercent?: number;
}

/** What a canary can be told beside what every rollout is told. */
export interface CanaryOptions extends CommonCanaryOptions {
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
   * How many pods more than `replicas` there may be while pods are exchanged. Without a router.
   * @default PodShare.percent(25)
   */
  readonly maxSurge?: PodShare;
}

const canaryPods = 2;

/**
 * The new version gets the traffic step by step, perhaps after a test. A question without a place guards it throughout and gates
 * every stage.
 */
export function canaryPlan(options: CanaryOptions, test?: StageIntent): StrategyPlan {
  const { traffic, services } = options;
  return {
    defaultPlaces: [{ kind: 'throughout' }, { kind: 'each-stage' }],
    portReason: traffic && { because: `${traffic.routerName} sends requests to it`, otherwise: 'leave traffic out' },
    problems: problems(options),
    services: rollout => {
      if (options.pingPong === true) return { main: serviceOf(rollout, '-ping', services?.ping), next: serviceOf(rollout, '-pong', services?.pong) };
      const main = serviceOf(rollout, '', services?.stable);
      return { main, next: traffic?._router.oneService === true ? main : serviceOf(rollout, '-canary', services?.canary) };
    },
    intent: (release, replicas) => ({
      ...release,
      kind: 'canary',
      mirrorPercent: options.mirrorPercent,
      course: course(options, replicas, test),
      router: traffic?._router,
      minimumCanaryPods: options.minimumCanaryPods ?? Math.min(canaryPods, replicas),
      maxSurge: options.maxSurge?._value,
      maxUnavailable: options.maxUnavailable?._value,
      canaryMetadata: versionMetadata(options.canaryMetadata),
      stableMetadata: versionMetadata(options.stableMetadata),
      pingPong: options.pingPong,
      affinity: options.sessionAffinity?._intent,
    }),
  };
}

function course({ ramp, steps, traffic }: CanaryOptions, replicas: number, test?: StageIntent): CourseIntent {
  if (test !== undefined) return { kind: 'ramp', test, ramp: ramp?._intent ?? [] };
  if (steps !== undefined) return { kind: 'steps', steps: steps.map(step => step._intent) };
  if (ramp === undefined) return { kind: 'ramp', ramp: defaultRamp(traffic !== undefined, replicas), isDefault: true };
  return { kind: 'ramp', ramp: ramp._intent };
}

function problems(options: CanaryOptions): readonly Problem[] {
  const { ramp, steps, traffic, services, minimumCanaryPods, maxSurge, maxUnavailable } = options;
  return [
    ramp !== undefined && steps !== undefined ? {
      property: 'steps', message: 'cannot be combined with ramp', fix: 'keep the ramp, or spell every step out',
    } : undefined,
    steps?.length === 0 ? {
      property: 'steps', message: 'must hold at least one step, got none', fix: 'begin with Step.weight(20), or leave it out for the default ramp',
    } : undefined,
    ...serviceProblems({ stable: services?.stable, canary: services?.canary, ping: services?.ping, pong: services?.pong }),
    traffic?._router.oneService === true && services?.canary !== undefined ? {
      property: 'services.canary',
      message: 'cannot be combined with subsets of traffic, which tell the versions apart behind services.stable',
      fix: 'keep one of the two',
    } : undefined,
    traffic === undefined && services?.stable !== undefined && services.stable === services.canary ? {
      property: 'services.canary',
      message: 'must not be services.stable: the controller narrows it to the pods of the canary, so that everybody who calls it would get these alone',
      fix: 'give it a name of its own',
    } : undefined,
    positiveNumber('minimumCanaryPods', minimumCanaryPods),
    positivePercent('mirrorPercent', options.mirrorPercent),
    minimumCanaryPods !== undefined && traffic === undefined ? {
      property: 'minimumCanaryPods',
      message: 'does nothing without traffic: pods share the requests then, so that a stage has as many of them as its weight says',
      fix: 'drop it, or give traffic a router',
    } : undefined,
    traffic === undefined ? stuckProblem(maxSurge, maxUnavailable) : maxSurge && {
      property: 'maxSurge',
      message: 'does nothing beside traffic: behind a router the canary has pods of its own, and the stable version keeps its own',
      fix: 'drop it, or leave traffic out',
    },
    ...turnProblems(options),
  ].filter(problem => problem !== undefined);
}

/** What the Services are called that take turns, and what cannot be told apart by them. */
function turnProblems({ pingPong, traffic, services }: CanaryOptions): readonly (Problem | undefined)[] {
  const own = pingPong === true ? ['stable', 'canary'] as const : ['ping', 'pong'] as const;
  const foreign = own.filter(role => services?.[role] !== undefined).map(role => ({
    property: `services.${role}`,
    message: pingPong === true ? 'cannot be combined with pingPong, whose Services take turns' : 'belongs to pingPong, which is not asked for',
    fix: pingPong === true ? 'name them as services.ping and services.pong' : 'write pingPong: true, or name services.stable and services.canary',
  }));
  return [
    ...foreign,
    pingPong === true && traffic === undefined ? {
      property: 'pingPong', message: 'needs traffic: without a router nothing sends requests to the one Service or the other', fix: 'choose a router, or drop it',
    } : undefined,
    pingPong === true && traffic?._router.oneService === true ? {
      property: 'pingPong', message: 'cannot be combined with subsets of traffic, where both versions stand behind one Service', fix: 'keep one of the two',
    } : undefined,
  ];
}
