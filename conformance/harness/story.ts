// A trace without its times: what two runs of the same scenario have in common, and what a prediction must say as well.
import type { Fields } from './objects';

export interface Story {
  /** Steps in order, each with its weight and whether it was paused there. */
  readonly steps: readonly string[];
  /** Analyses with their ends, sorted: which of two ends first is chance. */
  readonly analyses: readonly string[];
  readonly end: string;
}

/** @param entries of a trace as it is saved */
export function storyOf(entries: readonly Fields[]): Story {
  const release = entries.filter(({ at, what }) => at >= 0 && what === 'Rollout');
  const begun = release.slice(release.findIndex(({ promoted }) => promoted === false));
  const runs = new Map(entries.filter(({ at, what }) => at >= 0 && what === 'AnalysisRun').map(entry => [entry.name as string, entry]));
  const last = begun.at(-1) ?? {};
  return {
    steps: withoutRepeats(begun.filter(({ promoted, aborted }) => !promoted && !aborted).map(({ step, weight }) => `step ${step}: ${weight} %`)),
    analyses: [...runs.values()].map(({ type, phase, metrics }) => `${type} ${phase}: ${Object.keys(metrics).join(', ')}`).sort(),
    end: `${last.phase} at ${last.weight} %`,
  };
}

function withoutRepeats(lines: readonly string[]): string[] {
  return lines.filter((line, index) => line !== lines[index - 1]);
}
