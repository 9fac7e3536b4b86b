import { queryOf } from './query';
import { dialectOf, longestGateSeconds } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';
import type { Criterion, IMetricSource, Silence } from '../../intent/metric-source';
import type { HoleName } from '../../intent/query';
import type { ITelemetry } from '../../intent/telemetry';
import { intervalSeconds, timesIn, windowSeconds } from '../../intent/timing';
import type { Metric } from '../../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../../manifests/durations';
import { known, mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** What a question is asked of when it does not say so itself. */
export interface MetricSetting {
  readonly telemetry: ITelemetry;
  readonly source: IMetricSource;
  /** The shortest hold before a gate; absent where it is not known. */
  readonly holdSeconds?: Leaf<number>;
}

export interface RenderedMetric {
  readonly metric: Metric;
  readonly holes: readonly HoleName[];
  readonly scrapeSeconds: number;
}

/** The controller asks again ten seconds after an error, whatever the interval. */
const errorRetrySeconds = 10;
const toleratedFailures = 1;
const goodAnswersInARow = 2;

/**
 * A guard runs beside the stages and only looks for failures, so that silence neither pauses nor ends it.
 * It has no count: one that ends is not started again.
 */
export function guardMetric(analysis: AnalysisIntent, setting: MetricSetting): RenderedMetric {
  const { dialect, interval, window } = timing(analysis, setting);
  const { query, holes } = queryOf(analysis, dialect);
  const own = analysis.limits;
  const metric: Metric = {
    name: analysis.name,
    ...(known(own.count) === 1 ? {} : { interval: duration(interval) }),
    initialDelay: duration(analysis.timing.initialDelaySeconds ?? window),
    failureLimit: own.failureLimit ?? (known(own.count) === 1 ? 0 : toleratedFailures),
    ...(own.count === undefined ? {} : { count: own.count }),
    ...(own.inconclusiveLimit === undefined ? {} : { inconclusiveLimit: own.inconclusiveLimit }),
    consecutiveErrorLimit: errorLimit(analysis.limits.toleratedOutageSeconds),
    ...judged(analysis, setting, query, 'guard'),
  };
  return { metric, holes, scrapeSeconds: dialect.scrapeSeconds };
}

/**
 * A gate runs between two weights until it has good answers in a row, and keeps running while there is nothing to judge.
 * Its count is only there because the controller refuses a gate without an end; the inconclusive limit stays below it,
 * since a gate that reaches its count without having said anything would pass.
 */
export function gateMetric(analysis: AnalysisIntent, setting: MetricSetting): RenderedMetric {
  const { dialect, interval, window } = timing(analysis, setting);
  const { query, holes } = queryOf(analysis, dialect);
  const delay = gateDelay(analysis, window, setting.holdSeconds);
  const metric: Metric = {
    name: analysis.name,
    ...(known(analysis.limits.count) === 1 ? {} : { interval: duration(interval) }),
    ...(delay === undefined ? {} : { initialDelay: duration(delay) }),
    ...gateLimits(analysis, interval),
    consecutiveErrorLimit: errorLimit(analysis.limits.toleratedOutageSeconds),
    ...judged(analysis, setting, query, 'gate'),
  };
  return { metric, holes, scrapeSeconds: dialect.scrapeSeconds };
}

/** Somebody else's metric: what they wrote, and nothing beside it. */
export function writtenMetric(analysis: AnalysisIntent, setting: MetricSetting): RenderedMetric {
  const { dialect } = timing(analysis, setting);
  const { query, holes } = queryOf(analysis, dialect);
  const { intervalSeconds: interval, initialDelaySeconds: delay } = analysis.timing;
  const { count, failureLimit, inconclusiveLimit, consecutiveSuccesses } = analysis.limits;
  const metric: Metric = {
    name: analysis.name,
    ...(interval === undefined ? {} : { interval: duration(interval) }),
    ...(delay === undefined ? {} : { initialDelay: duration(delay) }),
    ...(count === undefined ? {} : { count }),
    ...(failureLimit === undefined ? {} : { failureLimit }),
    ...(inconclusiveLimit === undefined ? {} : { inconclusiveLimit }),
    ...(consecutiveSuccesses === undefined ? {} : { consecutiveSuccessLimit: consecutiveSuccesses }),
    ...judged(analysis, setting, query, 'gate'),
  };
  return { metric, holes, scrapeSeconds: dialect.scrapeSeconds };
}

function gateLimits(analysis: AnalysisIntent, interval: Leaf<number>): Partial<Metric> {
  const own = analysis.limits;
  if (known(own.count) === 1) { // a limit of n on a question asked n times or fewer can never be passed
    const inconclusive = own.inconclusiveLimit === undefined ? {} : { inconclusiveLimit: own.inconclusiveLimit };
    return { count: 1, failureLimit: own.failureLimit ?? 0, ...inconclusive };
  }
  const waits = analysis.noData.kind === 'hold' ? analysis.noData.atMostSeconds : longestGateSeconds;
  const successes = own.consecutiveSuccesses ?? goodAnswersInARow;
  // enough asking for the good answers in a row after every tolerated failure
  const least = (known(own.failureLimit ?? toleratedFailures) ?? 0) + (known(successes) ?? 0);
  const count = own.count ?? mapLeaf(timesIn(waits, interval), times => Math.max(times, least, 2));
  const room = mapLeaf(count, times => Math.max(0, Math.min(toleratedFailures, times - (known(successes) ?? goodAnswersInARow))));
  return {
    count,
    consecutiveSuccessLimit: mapLeaf(count, times => mapLeaf(successes, wanted => Math.min(wanted, times))),
    failureLimit: own.failureLimit ?? room,
    inconclusiveLimit: own.inconclusiveLimit ?? mapLeaf(count, times => times - 1),
  };
}

/** A window that reaches back before the stage would judge the stage before. */
function gateDelay(analysis: AnalysisIntent, window: Leaf<number>, hold: Leaf<number> | undefined): Leaf<number> | undefined {
  if (analysis.timing.initialDelaySeconds !== undefined) return analysis.timing.initialDelaySeconds;
  const held = known(hold ?? 0);
  const seconds = known(window);
  if (held === undefined || seconds === undefined) return window;
  return seconds > held ? seconds - held : undefined;
}

function judged(analysis: AnalysisIntent, setting: MetricSetting, query: Leaf<string>, role: 'guard' | 'gate') {
  const store = (analysis.source ?? setting.source)._store;
  const question = analysis.question;
  if (question.kind === 'verbatim') {
    // in the background, an answer that is neither good nor bad would pause the rollout, which then goes on by itself
    const onlyFailures = role === 'guard' && question.failure !== undefined && analysis.limits.inconclusiveLimit === undefined;
    return {
      ...(question.success === undefined || onlyFailures ? {} : { successCondition: question.success }),
      ...(question.failure === undefined ? {} : { failureCondition: question.failure }),
      provider: store.argoProvider(query),
    };
  }
  return store.argo({ query, role, criterion: criterion(question), silence: silence(analysis, role) });
}

function criterion(question: Exclude<AnalysisIntent['question'], { kind: 'verbatim' }>): Criterion {
  switch (question.kind) {
    case 'success-rate': return { kind: 'at-least', threshold: question.atLeast };
    case 'error-rate': return { kind: 'at-most', threshold: question.atMost };
    case 'latency': return { kind: 'at-most', threshold: question.atMostMillis };
    case 'threshold': return question.atLeast === undefined
      ? { kind: 'at-most', threshold: question.atMost ?? 0 }
      : { kind: 'at-least', threshold: question.atLeast };
  }
}

function silence(analysis: AnalysisIntent, role: 'guard' | 'gate'): Silence {
  switch (analysis.noData.kind) {
    case 'reject': return 'failure';
    case 'accept': return role === 'gate' ? 'success' : 'nothing';
    // what is asked once cannot ask again: inconclusive, it would pause the rollout, which then no longer listens to its guard
    case 'hold': return role === 'gate' && known(analysis.limits.count) === 1 ? 'failure' : 'nothing';
  }
}

function timing(analysis: AnalysisIntent, setting: MetricSetting) {
  const dialect = dialectOf(analysis, setting);
  return {
    dialect,
    interval: intervalSeconds(analysis, dialect.scrapeSeconds),
    window: windowSeconds(analysis, dialect.scrapeSeconds),
  };
}

/** Errors in a row that an outage of this length makes. */
export function errorLimit(outageSeconds: number): number {
  return Math.ceil(outageSeconds / errorRetrySeconds);
}

function duration(seconds: Leaf<number>): Leaf<string> {
  return mapLeaf(seconds, formatGoDuration);
}
