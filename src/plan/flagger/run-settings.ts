import type { HookType } from './hooks';
import type { CanaryCourse } from '../../graph/canary';
import type { MatchEffect } from '../../graph/canary-match';
import { defaultFlaggerProvider } from '../../manifests/flagger-providers';
import type { FlaggerProvider } from '../../manifests/flagger-providers';

/** What a Canary says of its runs, in its own words. What is left out is what Flagger takes for it. */
export interface WrittenRun {
  readonly provider?: FlaggerProvider;
  /** Undefined as well where Go cannot read it. */
  readonly intervalSeconds?: number;
  readonly threshold?: number;
  readonly stepWeight?: number;
  readonly stepWeights?: readonly number[];
  readonly maxWeight?: number;
  readonly stepWeightPromotion?: number;
  readonly iterations?: number;
  readonly mirror?: boolean;
  readonly match?: MatchEffect;
  /** Whether visitors stay with the canary, and with the primary as well. */
  readonly affinity?: 'none' | 'canary' | 'both';
  /** Whether the Service carries plain TCP, `appProtocol: tcp`. */
  readonly tcp?: boolean;
  /** Whether a metric is asked for. */
  readonly metrics?: boolean;
  /** Which types there are. */
  readonly hooks?: readonly HookType[];
  readonly skipAnalysis?: boolean;
  readonly suspended?: boolean;
}

/** What Flagger makes of it: every default and clamp applied. */
export interface RunSettings extends Required<WrittenRun> {
  readonly course: CanaryCourse;
  /** The weight from which on a version is promoted. */
  readonly maxWeight: number;
  /** Whether Go can read the interval. */
  readonly intervalIsRead: boolean;
}

const FALLBACK_INTERVAL = 60;
const SHORTEST_INTERVAL = 10;
/** Without a router there is no weight to take: it counts to ten instead. */
const ITERATIONS_WITHOUT_ROUTER = 10;

export function runSettings(written: WrittenRun): RunSettings {
  const { provider = defaultFlaggerProvider, intervalSeconds, threshold = 0, stepWeights = [] } = written;
  const isRouted = provider !== 'kubernetes';
  const match = isRouted ? written.match ?? 'none' : 'none';
  const iterations = iterationsOf(written.iterations ?? 0, isRouted);
  return {
    provider,
    intervalSeconds: intervalSeconds === undefined ? FALLBACK_INTERVAL : Math.max(SHORTEST_INTERVAL, intervalSeconds),
    intervalIsRead: intervalSeconds !== undefined,
    threshold: threshold > 0 ? threshold : 1,
    stepWeight: written.stepWeight ?? 0,
    stepWeights,
    maxWeight: maxWeightOf(written.maxWeight ?? 0, stepWeights),
    stepWeightPromotion: written.stepWeightPromotion ?? 0,
    iterations,
    course: iterations > 0 ? (match === 'none' ? 'blue-green' : 'ab-test') : 'weights',
    mirror: written.mirror ?? false,
    match,
    affinity: written.affinity ?? 'none',
    tcp: written.tcp ?? false,
    metrics: written.metrics ?? true,
    hooks: written.hooks ?? [],
    skipAnalysis: written.skipAnalysis ?? false,
    suspended: written.suspended ?? false,
  };
}

function iterationsOf(written: number, isRouted: boolean): number {
  return written < 1 && !isRouted ? ITERATIONS_WITHOUT_ROUTER : written;
}

/** With `stepWeights` what is written is not looked at: the last of them is the end. */
function maxWeightOf(written: number, stepWeights: readonly number[]): number {
  return stepWeights.length > 0 ? Math.min(100, stepWeights[stepWeights.length - 1]) : written > 0 ? written : 100;
}
