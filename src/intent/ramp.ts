import type { AnalysisIntent } from './analysis';
import type { AudienceIntent } from './audience';
import type { ScaleIntent } from './step';
import type { Leaf } from '../manifests/leaf';

/** One stage of a ramp: how much of the traffic, for how long, and what must be true before the next. */
export interface StageIntent {
  /** 0 where an audience alone sees the canary. */
  readonly weight: Leaf<number>;
  readonly holdSeconds?: Leaf<number>;
  /** Somebody has to say that it may go on. */
  readonly approval: boolean;
  /** Gates of this stage alone, beside those of every stage. */
  readonly analyses: readonly AnalysisIntent[];
  /** Whose requests go to the canary beside that share, as long as the stage lasts. */
  readonly audience?: AudienceIntent;
  /** How many canary pods there are, apart from what the share needs. */
  readonly scale?: StageScaleIntent;
}

export type StageScaleIntent = Exclude<ScaleIntent, { readonly kind: 'match-traffic' }>;

/** Stages in their order. All of the traffic is implied at the end. */
export type RampIntent = readonly StageIntent[];

export const defaultHoldSeconds = 300;

/** The weights of a ramp that a traffic router can set to any value: a small first step. */
const routedWeights: readonly number[] = [5, 25, 50];

/** Without a router the pods decide, so the stages are counted in pods. */
const wantedShares: readonly number[] = [0.05, 0.25, 0.5, 0.75];

/** Up to this many pods each of them can be a stage. */
const podsThatAreStages = 5;

/** The ramp that is used when none is given. */
export function defaultRamp(routed: boolean, replicas: number): RampIntent {
  return (routed ? routedWeights : weightsOfPods(replicas)).map(weight => ({
    weight, holdSeconds: defaultHoldSeconds, approval: false, analyses: [],
  }));
}

/** Weights that a number of pods can really reach, at most four of them. */
function weightsOfPods(replicas: number): readonly number[] {
  if (replicas < 2) return [50]; // a surge pod beside the only one
  const canaries = replicas <= podsThatAreStages
    ? Array.from({ length: replicas - 1 }, (_, index) => index + 1)
    : wantedShares.map(share => Math.ceil(share * replicas));
  return [...new Set(canaries)].map(pods => Math.round(100 * pods / replicas));
}

/** The ramp without a last stage that only says what is implied. */
export function withoutImpliedEnd(ramp: RampIntent): RampIntent {
  const last = ramp[ramp.length - 1];
  const implied = last?.weight === 100 && last.holdSeconds === undefined && !last.approval && last.analyses.length === 0
    && last.audience === undefined && last.scale === undefined;
  return implied && ramp.length > 1 ? ramp.slice(0, -1) : ramp;
}
