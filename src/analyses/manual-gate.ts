import { loadTesterIntent } from './load-tester';
import { ManualGateState } from './load-tester-options';
import type { ManualGateOptions } from './load-tester-options';
import type { AnalysisIntent } from '../intent/analysis';

/** A gate that people open: it is asked for until it is open. */
export function manualGateIntent(owner: string, options: ManualGateOptions): AnalysisIntent {
  const { name = 'manual-gate', state = ManualGateState.ASKED } = options;
  return loadTesterIntent(owner, { ...options, name }, { path: `/gate/${state}`, metadata: {}, waits: true }, []);
}
