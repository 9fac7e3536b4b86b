import type { MetricOptions } from './metric-options';
import type { ErrorRateOptions, LatencyOptions, SuccessRateOptions } from './options';
import { commonProblems, ownSourceProblems, questionIntent } from './question-intent';
import type { AnalysisIntent, Question } from '../intent/analysis';
import * as checks from '../intent/checks';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { millisecondsOf } from '../intent/seconds';
import { fits } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

const defaultLatencyMillis = 500;

export function successRateIntent(owner: string, options: SuccessRateOptions): AnalysisIntent {
  const atLeast = options.atLeast ?? 99;
  const asked = questionIntent('success-rate', { kind: 'success-rate', atLeast }, options);
  refuse(owner, checks.successPercent('atLeast', atLeast), ...commonProblems(options), ...ownSourceProblems(asked));
  return asked;
}

export function errorRateIntent(owner: string, options: ErrorRateOptions): AnalysisIntent {
  const atMost = options.atMost ?? 1;
  const asked = questionIntent('error-rate', { kind: 'error-rate', atMost }, options);
  refuse(owner, checks.errorPercent('atMost', atMost), ...commonProblems(options), ...ownSourceProblems(asked));
  return asked;
}

export function latencyIntent(owner: string, options: LatencyOptions): AnalysisIntent {
  const percentile = options.percentile ?? 95;
  const atMostMillis = options.atMost === undefined ? defaultLatencyMillis : millisecondsOf(options.atMost);
  const asked = questionIntent('latency', { kind: 'latency', percentile, atMostMillis }, options);
  refuse(owner, checks.percentile('percentile', percentile), positiveTime(atMostMillis), ...commonProblems(options), ...ownSourceProblems(asked));
  return asked;
}

export function metricIntent(owner: string, options: MetricOptions): AnalysisIntent {
  const verbatim = options.successCondition !== undefined || options.failureCondition !== undefined;
  const question: Question = verbatim
    ? { kind: 'verbatim', query: options.query, success: options.successCondition, failure: options.failureCondition }
    : { kind: 'threshold', query: options.query, atLeast: options.atLeast, atMost: options.atMost };
  const common = questionIntent('metric', question, options);
  const asked: AnalysisIntent = {
    ...common,
    args: (options.args ?? []).map(arg => arg._intent),
    limits: { ...common.limits, count: options.count },
  };
  const isJudged = verbatim || options.atLeast !== undefined || options.atMost !== undefined;
  refuse(owner, ...metricProblems(options), ...commonProblems(options), ...(isJudged ? ownSourceProblems(asked) : []));
  return asked;
}

function metricProblems(options: MetricOptions): (Problem | undefined)[] {
  const threshold = options.atLeast !== undefined || options.atMost !== undefined;
  const condition = options.successCondition !== undefined || options.failureCondition !== undefined;
  return [
    !fits(options.query, known => known.trim() !== '') ? { property: 'query', message: 'must not be empty', fix: 'write the query that answers the question' } : undefined,
    threshold && condition ? {
      property: 'atLeast', message: 'cannot be combined with successCondition or failureCondition', fix: 'use either numbers or conditions',
    } : undefined,
    !threshold && !condition ? {
      property: 'atLeast', message: 'must be given, or atMost, or a condition: without one every answer is good', fix: 'write the smallest good answer',
    } : undefined,
    options.atLeast !== undefined && options.atMost !== undefined ? {
      property: 'atMost', message: 'cannot be combined with atLeast in one question', fix: 'ask two questions, or write successCondition',
    } : undefined,
    options.minimumRequests === undefined ? undefined : {
      property: 'minimumRequests', message: 'does nothing in a query of your own', fix: 'write into the query how many requests it needs to answer',
    },
    checks.anyNumber('atLeast', options.atLeast),
    checks.anyNumber('atMost', options.atMost),
    options.count === 1 && options.noData?._intent.kind === 'hold' ? {
      property: 'noData', message: 'cannot hold a question that is asked once (count: 1)', fix: 'leave count out, or write NoData.reject() or NoData.accept()',
    } : undefined,
    checks.positiveNumber('count', options.count),
  ];
}

function positiveTime(millis: Leaf<number>): Problem | undefined {
  return fits(millis, known => known > 0) ? undefined : { property: 'atMost', message: `must be longer than nothing, got ${millis} ms`, fix: 'write Duration.millis(500)' };
}
