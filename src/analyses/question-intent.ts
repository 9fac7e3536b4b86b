import { defaultNoData } from './no-data';
import type { AnalysisOptions } from './options';
import type { AnalysisIntent, Question } from '../intent/analysis';
import * as checks from '../intent/checks';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import { sourceProblems } from '../intent/source-problems';

const defaultMinimumRequests = 50;

/** What the store cannot be asked that the question names itself; others are known when the rollout is. */
export function ownSourceProblems(asked: AnalysisIntent): readonly Problem[] {
  return asked.source === undefined ? [] : sourceProblems(asked, { source: asked.source });
}

/** A question with what every question can be given. */
export function questionIntent(name: string, question: Question, options: AnalysisOptions): AnalysisIntent {
  return {
    name: options.name ?? name,
    question,
    scope: options.scope?._scope ?? 'canary',
    noData: options.noData?._intent ?? defaultNoData,
    minimumRequests: options.minimumRequests ?? defaultMinimumRequests,
    timing: {
      windowSeconds: secondsOfOptional(options.window),
      intervalSeconds: secondsOfOptional(options.interval),
      initialDelaySeconds: secondsOfOptional(options.initialDelay),
    },
    limits: {
      failureLimit: options.failureLimit,
      consecutiveSuccesses: options.consecutiveSuccesses,
      inconclusiveLimit: options.inconclusiveLimit,
      keptMeasurements: options.keptMeasurements,
      toleratedOutageSeconds: secondsOfOptional(options.toleratedOutage),
    },
    args: [],
    telemetry: options.telemetry,
    source: options.source,
  };
}

/** What is wrong with it. */
export function commonProblems(options: AnalysisOptions): (Problem | undefined)[] {
  return [
    options.name === undefined ? undefined : checks.nameProblem('name', options.name),
    options.name === 'guard' ? reservedName : undefined,
    checks.lastingSeconds('window', secondsOfOptional(options.window)),
    checks.lastingSeconds('interval', secondsOfOptional(options.interval)),
    checks.lastingSeconds('initialDelay', secondsOfOptional(options.initialDelay)),
    checks.lastingSeconds('toleratedOutage', secondsOfOptional(options.toleratedOutage)),
    checks.failureLimit('failureLimit', options.failureLimit),
    checks.positiveNumber('consecutiveSuccesses', options.consecutiveSuccesses),
    checks.wholeNumber('inconclusiveLimit', options.inconclusiveLimit),
    checks.positiveNumber('keptMeasurements', options.keptMeasurements),
    checks.wholeNumber('minimumRequests', options.minimumRequests),
  ];
}

const reservedName: Problem = {
  property: 'name', message: 'must not be "guard", the name of what watches the rollout throughout', fix: 'choose another name',
};
