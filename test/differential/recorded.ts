import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case, Fields } from './case';
import { manifestsOf } from './case';
import type { Outcome, Reason } from './comparison';

/** Cases with what the real code said of them: a line with the bases, and a line for each case. */
export const RECORD = join(__dirname, 'verdicts.jsonl');
export const FLAGGER_RECORD = join(__dirname, 'flagger-verdicts.jsonl');

export interface RecordedCase extends Case {
  /** `refused ST-03 Rollout spec.strategy.steps[].setWeight` */
  readonly reasons: readonly string[];
}

export function recordOf(bases: Readonly<Record<string, readonly Fields[]>>, cases: readonly RecordedCase[]): string {
  const used = Object.fromEntries(Object.entries(bases).filter(([name]) => cases.some(({ base }) => base === name)));
  return `${[JSON.stringify(used), ...cases.map(({ base, edits, reasons }) => JSON.stringify({ base, edits, reasons }))].join('\n')}\n`;
}

export function readRecord(file = RECORD): (RecordedCase & { readonly objects: readonly Fields[] })[] {
  const [first, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const bases = JSON.parse(first!) as Record<string, Fields[]>;
  return lines.map(line => JSON.parse(line) as RecordedCase).map(one => ({ ...one, objects: manifestsOf(bases[one.base]!, one.edits) }));
}

export function textOf({ outcome, id, place }: Reason): string {
  return `${outcome} ${id.replace(' ', '_')} ${place}`;
}

export function reasonFrom(text: string): Reason {
  const [outcome, id, ...place] = text.split(' ');
  return { outcome: outcome as Outcome, id: id!.replace('_', ' '), place: place.join(' ') };
}
