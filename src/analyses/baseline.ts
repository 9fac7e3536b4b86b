import type { Comparison } from './comparison';
import type { AnalysisOptions } from './options';
import { commonProblems, ownSourceProblems, questionIntent } from './question-intent';
import type { AnalysisIntent } from '../intent/analysis';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';

/** Options for the comparison with the stable version. */
export interface BaselineOptions extends AnalysisOptions {
  /** What is compared, and how much worse it may be: `Comparison.errorRate({ atMostAbove: 0.5 })`. Both versions need `minimumRequests`. */
  readonly of: Comparison;
}

export function baselineIntent(owner: string, options: BaselineOptions): AnalysisIntent {
  const { _intent: of, _atMost: atMost } = options.of;
  const asked = questionIntent(`baseline-${of.compared.kind}`, { kind: 'baseline', of, atMost }, options);
  refuse(owner, ofCanary(options), ...commonProblems(options), ...ownSourceProblems(asked));
  return asked;
}

function ofCanary({ scope }: BaselineOptions): Problem | undefined {
  return scope === undefined || scope._scope === 'canary' ? undefined : {
    property: 'scope', message: 'must be QueryScope.canary(), which is compared with the stable version', fix: 'drop it',
  };
}
