import { mustBeOfPods } from './of-pods';
import type { AnalysisOptions } from './options';
import { commonProblems, ownSourceProblems, questionIntent } from './question-intent';
import type { AnalysisIntent } from '../intent/analysis';
import { wholeNumber } from '../intent/checks';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';

/** Options for restarts of containers. */
export interface RestartOptions extends AnalysisOptions {
  /**
   * How many restarts are tolerated, of all containers of the canary's pods together and since those pods began.
   * @default 0
   */
  readonly atMost?: number;

  /**
   * Whether only containers count that were ended because they used too much memory. Each counts once, however often it was.
   * @default false
   */
  readonly onlyOutOfMemory?: boolean;
}

export function restartIntent(owner: string, options: RestartOptions): AnalysisIntent {
  const { atMost = 0, onlyOutOfMemory = false } = options;
  // the guard has metrics `restarts` and `out-of-memory` of its own
  const name = onlyOutOfMemory ? 'memory-kills' : 'pod-restarts';
  const asked = questionIntent(name, { kind: 'restarts', onlyOutOfMemory, atMost }, options);
  refuse(owner, wholeNumber('atMost', atMost), ofCanary(options), noWindow(options), ...mustBeOfPods({ ...options, scope: undefined }), ...commonProblems(options), ...ownSourceProblems(asked));
  return { ...asked, minimumRequests: 0 };
}

/** Pods of the stable version are as old as it is, and count restarts of all that time. */
function ofCanary({ scope }: RestartOptions): Problem | undefined {
  return scope === undefined || scope._scope === 'canary' ? undefined : {
    property: 'scope', message: 'must be QueryScope.canary(), since restarts are counted from the beginning of the pods on', fix: 'drop it, or ask Analysis.custom()',
  };
}

function noWindow({ window }: RestartOptions): Problem | undefined {
  return window === undefined ? undefined : {
    property: 'window', message: 'does nothing here: restarts are counted from the beginning of the pods on', fix: 'drop it, and write interval for how often it is asked',
  };
}
