// What changed of a release while it was to be left alone.
import type { Fields } from '../harness/objects';
import type { Entry, Trace } from '../harness/trace';

/** What is told of a release, and what others do to it. */
const TOLD = ['command', 'event', 'call', 'measurement', 'AnalysisRun', 'ConfigMap'];

/** Begins to look. What it answers with says what has changed of weights, pods, selectors and routes since then. */
export function watchFor(trace: Pick<Trace, 'entries'>): () => string[] {
  const before = new Set<Entry>(trace.entries);
  return () => trace.entries.filter(entry => !before.has(entry) && !TOLD.includes(entry.what)).map(shown);
}

function shown({ time, what, name, ...state }: Entry & Fields): string {
  return `${[what, name].filter(Boolean).join(' ')} became ${JSON.stringify(state)}`;
}
