import type { AnalysisIntent } from './analysis';
import type { Leaf } from '../manifests/leaf';
import { mapLeaf } from '../manifests/leaf';

/** A rate needs two scrapes; four leave room for one that is late and one that fails. */
const scrapesPerWindow = 4;
const shortestWindowSeconds = 60;

/** The window that is used when none is given. */
export function defaultWindowSeconds(scrapeSeconds: number): number {
  return Math.max(shortestWindowSeconds, scrapesPerWindow * scrapeSeconds);
}

/** The window that a question is asked over. */
export function windowSeconds(analysis: AnalysisIntent, scrapeSeconds: number): Leaf<number> {
  return analysis.timing.windowSeconds ?? defaultWindowSeconds(scrapeSeconds);
}

/** Whether an answer is about its window, so that one has to pass first. Restarts, memory and what it grows by are about the pods, whatever their stage. */
export function isAboutWindow({ question }: AnalysisIntent): boolean {
  return question.kind !== 'restarts' && !(question.kind === 'saturation' && question.of.filled.startsWith('memory'));
}

/** How often something fits into a time, at least once. */
export function timesIn(totalSeconds: Leaf<number>, everySeconds: Leaf<number>): Leaf<number> {
  return mapLeaf(totalSeconds, total => mapLeaf(everySeconds, seconds => Math.max(1, Math.ceil(total / seconds))));
}
