import { defaultNoData } from './no-data';
import type { AnalysisIntent, Question } from '../intent/analysis';
import type { Arg } from '../intent/arg';

/** A question that no metric store answers: what counts and what waits for data in it says nothing. */
export function unmeasured(name: string, question: Question, args: readonly Arg[] = []): AnalysisIntent {
  return {
    name,
    question,
    scope: 'canary',
    noData: defaultNoData,
    minimumRequests: 0,
    timing: {},
    limits: {},
    args: args.map(arg => arg._intent),
  };
}
