import { queryOf } from './query';
import { defaultOutageSeconds, dialectOf, longestGateSeconds } from '../../intent/analysis';
import type { MeasuredAnalysis } from '../../intent/analysis';
import type { IMetricSource, MetricStore, Silence } from '../../intent/metric-source';
import type { HoleName } from '../../intent/query';
import { criterionOf } from '../../intent/source-problems';
import type { ITelemetry } from '../../intent/telemetry';
import { isAboutWindow, timesIn, windowSeconds } from '../../intent/timing';
import type { Metric, MetricProvider } from '../../manifests/argo-rollouts.generated';
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
  /** Where it is asked. */
  readonly store?: MetricStore;
}

/** In the place of a store that Argo Rollouts does not know. That is told as a gap, so that nobody writes this; no rule has anything against it. */
export const unknownProvider: MetricProvider = { plugin: { 'unknown/store': { query: '' } } };

/** The controller asks again ten seconds after an error, whatever the interval. */
const errorRetrySeconds = 10;
export const toleratedFailures = 1;
const goodAnswersInARow = 2;

/**
 * A guard runs beside the stages and only looks for failures, so that silence neither pauses nor ends it.
 * It has no count: one that ends is not started again.
 */
export function guardMetric(analysis: MeasuredAnalysis, setting: MetricSetting): RenderedMetric {
  const { source, dialect, interval, window } = timing(analysis, setting);
  const { query, holes } = queryOf(analysis, dialect, source);
  const own = analysis.limits;
  const delay = firstAnswerAfter(analysis, window);
  const metric: Metric = {
    name: analysis.name,
    ...(known(own.count) === 1 ? {} : { interval: duration(interval) }),
    ...(delay === undefined ? {} : { initialDelay: duration(delay) }),
    failureLimit: own.failureLimit ?? (known(own.count) === 1 ? 0 : toleratedFailures),
    ...(own.count === undefined ? {} : { count: own.count }),
    ...(own.inconclusiveLimit === undefined ? {} : { inconclusiveLimit: own.inconclusiveLimit }),
    consecutiveErrorLimit: errorLimit(analysis.limits.toleratedOutageSeconds ?? defaultOutageSeconds),
    ...judged(analysis, setting, query, 'guard'),
  };
  return { metric, holes, scrapeSeconds: dialect.scrapeSeconds, store: source._store };
}

/**
 * A gate runs between two weights until it has good answers in a row, and keeps running while there is nothing to judge.
 * Its count is only there because the controller refuses a gate without an end; the inconclusive limit stays below it,
 * since a gate that reaches its count without having said anything would pass.
 */
export function gateMetric(analysis: MeasuredAnalysis, setting: MetricSetting): RenderedMetric {
  const { source, dialect, interval, window } = timing(analysis, setting);
  const { query, holes } = queryOf(analysis, dialect, source);
  const delay = gateDelay(analysis, window, setting.holdSeconds);
  const metric: Metric = {
    name: analysis.name,
    ...(known(analysis.limits.count) === 1 ? {} : { interval: duration(interval) }),
    ...(delay === undefined ? {} : { initialDelay: duration(delay) }),
    ...gateLimits(analysis, interval),
    consecutiveErrorLimit: errorLimit(analysis.limits.toleratedOutageSeconds ?? defaultOutageSeconds),
    ...judged(analysis, setting, query, 'gate'),
  };
  return { metric, holes, scrapeSeconds: dialect.scrapeSeconds, store: source._store };
}

/** Somebody else's metric: what they wrote, and nothing beside it. */
export function writtenMetric(analysis: MeasuredAnalysis, setting: MetricSetting): RenderedMetric {
  const { source, dialect } = timing(analysis, setting);
  const { query, holes } = queryOf(analysis, dialect, source);
  const { intervalSeconds: interval, initialDelaySeconds: delay } = analysis.timing;
  const { count, failureLimit, inconclusiveLimit, consecutiveSuccesses, toleratedOutageSeconds: outage } = analysis.limits;
  const metric: Metric = {
    name: analysis.name,
    ...(interval === undefined ? {} : { interval: duration(interval) }),
    ...(delay === undefined ? {} : { initialDelay: duration(delay) }),
    ...(count === undefined ? {} : { count }),
    ...(failureLimit === undefined ? {} : { failureLimit }),
    ...(inconclusiveLimit === undefined ? {} : { inconclusiveLimit }),
    ...(consecutiveSuccesses === undefined ? {} : { consecutiveSuccessLimit: consecutiveSuccesses }),
    ...(outage === undefined ? {} : { consecutiveErrorLimit: errorLimit(outage) }),
    ...judged(analysis, setting, query, 'gate'),
  };
  return { metric, holes, scrapeSeconds: dialect.scrapeSeconds, store: source._store };
}

function gateLimits(analysis: MeasuredAnalysis, interval: Leaf<number>): Partial<Metric> {
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

/** How long it takes before there can be an answer about nothing but the release. */
export function firstAnswerAfter(analysis: MeasuredAnalysis, window: Leaf<number>): Leaf<number> | undefined {
  return analysis.timing.initialDelaySeconds ?? (isAboutWindow(analysis) ? window : undefined);
}

/** A window that reaches back before the stage would judge the stage before. */
function gateDelay(analysis: MeasuredAnalysis, window: Leaf<number>, hold: Leaf<number> | undefined): Leaf<number> | undefined {
  if (analysis.timing.initialDelaySeconds !== undefined || !isAboutWindow(analysis)) return analysis.timing.initialDelaySeconds;
  const held = known(hold ?? 0);
  const seconds = known(window);
  if (held === undefined || seconds === undefined) return window;
  return seconds > held ? seconds - held : undefined;
}

function judged(analysis: MeasuredAnalysis, setting: MetricSetting, query: Leaf<string>, role: 'guard' | 'gate') {
  const { source: { _store: store }, window } = timing(analysis, setting);
  const question = analysis.question;
  if (question.kind === 'verbatim') {
    // in the background, an answer that is neither good nor bad would pause the rollout, which then goes on by itself
    const onlyFailures = role === 'guard' && question.failure !== undefined && analysis.limits.inconclusiveLimit === undefined;
    return {
      ...(question.success === undefined || onlyFailures ? {} : { successCondition: question.success }),
      ...(question.failure === undefined ? {} : { failureCondition: question.failure }),
      provider: store.argo?.provider(query, window) ?? unknownProvider,
    };
  }
  const measurement = { query, role, criterion: criterionOf(question), silence: silence(analysis, role), windowSeconds: window };
  return store.argo?.judged(measurement) ?? { provider: unknownProvider };
}

function silence(analysis: MeasuredAnalysis, role: 'guard' | 'gate'): Silence {
  switch (analysis.noData.kind) {
    case 'reject': return 'failure';
    case 'accept': return role === 'gate' ? 'success' : 'nothing';
    // what is asked once cannot ask again: inconclusive, it would pause the rollout, which then no longer listens to its guard
    case 'hold': return role === 'gate' && known(analysis.limits.count) === 1 ? 'failure' : 'nothing';
  }
}

/** Where and when it is asked: once a window, so that no request is judged twice. */
export function timing(analysis: MeasuredAnalysis, setting: MetricSetting) {
  const source = analysis.source ?? setting.source;
  const dialect = dialectOf(analysis, setting);
  const window = analysis.timing.windowSeconds ?? source._store.windowSeconds ?? windowSeconds(analysis, dialect.scrapeSeconds);
  return { source, dialect, window, interval: analysis.timing.intervalSeconds ?? window };
}

/** Errors in a row that an outage of this length makes. */
export function errorLimit(outageSeconds: Leaf<number>): Leaf<number> {
  return mapLeaf(outageSeconds, seconds => Math.ceil(seconds / errorRetrySeconds));
}

function duration(seconds: Leaf<number>): Leaf<string> {
  return mapLeaf(seconds, formatGoDuration);
}
