import type { AnalysisOptions } from './options';
import { commonProblems, ownSourceProblems, questionIntent } from './question-intent';
import type { AnalysisIntent } from '../intent/analysis';
import { anyNumber } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { known } from '../manifests/leaf';

/** Options for the number of requests. One of `atLeast` and `atMost` is needed. */
export interface RequestRateOptions extends AnalysisOptions {
  /**
   * How many requests a second there have to be. What the canary gets grows with its weight: the number has to fit the smallest one.
   * @default - any number
   */
  readonly atLeast?: number;

  /**
   * How many requests a second there may be. What the canary gets grows with its weight: the number has to fit the largest one.
   * @default - any number
   */
  readonly atMost?: number;
}

export function requestRateIntent(owner: string, options: RequestRateOptions): AnalysisIntent {
  const { atLeast, atMost } = options;
  const asked = questionIntent('request-rate', { kind: 'request-rate', atLeast, atMost }, options);
  refuse(owner, oneSide(options), someRequests('atLeast', atLeast), requests('atMost', atMost), ...commonProblems(options), noMinimum(options), ...ownSourceProblems(asked));
  return asked;
}

function oneSide({ atLeast, atMost }: RequestRateOptions): Problem | undefined {
  if (atLeast === undefined && atMost === undefined) {
    return { property: 'atLeast', message: 'must be given, or atMost: without one every answer is good', fix: 'write the smallest number of requests a second' };
  }
  return atLeast === undefined || atMost === undefined ? undefined : {
    property: 'atMost', message: 'cannot be combined with atLeast in one question', fix: 'ask two questions, one of them with a name of its own',
  };
}

/** No requests at all are always enough of at least 0. */
function someRequests(property: string, value: number | undefined): Problem | undefined {
  return known(value) === 0 ? {
    property, message: 'must be above 0, got 0, which every answer is', fix: 'write a smaller number of requests a second, such as 0.1',
  } : requests(property, value);
}

function requests(property: string, value: number | undefined): Problem | undefined {
  return anyNumber(property, value) ?? (value === undefined || (known(value) ?? 0) >= 0 ? undefined : {
    property, message: `must be at least 0, got ${show(value)}`, fix: 'write requests a second',
  });
}

function noMinimum({ minimumRequests }: AnalysisOptions): Problem | undefined {
  return minimumRequests === undefined ? undefined : {
    property: 'minimumRequests', message: 'does nothing where requests are counted: none of them are an answer as well', fix: 'drop it, or write atLeast',
  };
}
