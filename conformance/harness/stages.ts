// A trace as a person would retell it: which weight for how long, with how many pods.
import type { Fields } from './objects';
import { isSubject } from './trace';
import type { Entry, Trace } from './trace';

export interface Stage {
  readonly weight: number;
  readonly from: number;
  to: number;
}

/** Each weight with the time it lasted, from the first above 0. */
export function stagesOf(trace: Trace): Stage[] {
  const stages: Stage[] = [];
  let begun = false;
  for (const entry of trace.since) {
    const { weight, time, promoted } = entry;
    if (!isSubject(entry) || weight === undefined) continue;
    // The first entries may still tell of the version before.
    begun ||= promoted === false;
    const current = stages.at(-1);
    if (current) current.to = time;
    if (begun && current?.weight !== weight && (current || weight > 0)) stages.push({ weight, from: time, to: time });
  }
  const last = stages.at(-1);
  if (last) last.to = Date.now();
  return stages;
}

/** All there was until the first time that the weight was another again. */
export function entriesUpTo(trace: Trace, weight: number | undefined): Entry[] {
  const { entries } = trace;
  const start = entries.indexOf(trace.since[0]!);
  const isOfRelease = (entry: Entry, index: number): boolean => isSubject(entry) && index >= start;
  const from = entries.findIndex((entry, index) => isOfRelease(entry, index) && entry.weight === weight && entry.promoted === false);
  const to = entries.findIndex((entry, index) => index > from && isOfRelease(entry, index) && entry.weight !== weight);
  return from < 0 ? [] : entries.slice(0, to < 0 ? undefined : to);
}

/** Ready pods of the new and of the old version after these entries. */
export function podsAfter(entries: readonly Entry[], subject: Fields): [fresh: number, old: number] {
  const ready = new Map(entries.filter(({ what, hash }) => what === 'ReplicaSet' && hash).map(entry => [entry.hash as string, entry.ready as number]));
  const fresh = ready.get(subject.hash) ?? 0;
  return [fresh, [...ready.values()].reduce((sum, number) => sum + number, 0) - fresh];
}

export function distinct<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => value !== values[index - 1]);
}
