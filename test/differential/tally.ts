import { theirOutcome } from './comparison';
import type { Outcome, Reason } from './comparison';
import { everyRule } from '../../src/rules/every-rule';
import type { Finding } from '../../src/rules/finding';

/** What a number of cases came to. */
export interface Tally {
  cases: number;
  readonly outcomes: Record<Outcome, number>;
  /** By upstream's check: how many cases it has something against, and in how many of them we name the same, or refuse them. */
  readonly ids: Record<string, { hits: number; named: number; agreed: number }>;
  /** By disagreement: how often, and the smallest of them. */
  readonly groups: Record<string, { count: number; edits: number; example: string }>;
}

export function emptyTally(): Tally {
  return { cases: 0, outcomes: { refused: 0, broken: 0, accepted: 0 }, ids: {}, groups: {} };
}

/** What the two said of a case, and where they do not agree. */
export interface Compared {
  readonly findings: readonly Finding[];
  readonly reasons: readonly Reason[];
  readonly disagreements: readonly string[];
}

export function count(tally: Tally, example: string, edits: number, { findings, reasons, disagreements }: Compared): void {
  const named = new Set(findings.flatMap(({ rule }) => covers.get(rule) ?? []));
  tally.cases += 1;
  tally.outcomes[theirOutcome(reasons)] += 1;
  for (const id of new Set(reasons.map(reason => reason.id))) {
    add(tally, id, { hits: 1, named: Number(named.has(id)), agreed: Number(disagreements.length === 0) });
  }
  for (const group of disagreements) note(tally, group, { count: 1, edits, example });
}

export function merge(into: Tally, other: Tally): void {
  into.cases += other.cases;
  for (const outcome of Object.keys(into.outcomes) as Outcome[]) into.outcomes[outcome] += other.outcomes[outcome];
  for (const [id, numbers] of Object.entries(other.ids)) add(into, id, numbers);
  for (const [group, one] of Object.entries(other.groups)) note(into, group, one);
}

/** A line for each id. */
export function tableOf({ cases, outcomes, ids }: Tally): string {
  const lines = Object.entries(ids).sort(([one], [other]) => one < other ? -1 : 1)
    .map(([id, { hits, named, agreed }]) => `${id.padEnd(18)} ${String(hits).padStart(6)} ${percent(agreed, hits)} ${percent(named, hits)}`);
  const share = Object.entries(outcomes).map(([outcome, number]) => `${outcome} ${percent(number, cases).trim()}`).join(', ');
  return [`${cases} cases: ${share}`, 'check                hits agreed  named', ...lines].join('\n');
}

const covers = new Map(everyRule.map(({ id, covers: ids }) => [id, ids]));

function add({ ids }: Tally, id: string, numbers: { hits: number; named: number; agreed: number }): void {
  const sum = ids[id] ??= { hits: 0, named: 0, agreed: 0 };
  sum.hits += numbers.hits;
  sum.named += numbers.named;
  sum.agreed += numbers.agreed;
}

function note({ groups }: Tally, group: string, one: { count: number; edits: number; example: string }): void {
  const before = groups[group];
  const smallest = before === undefined || one.edits < before.edits ? one : before;
  groups[group] = { ...smallest, count: one.count + (before?.count ?? 0) };
}

function percent(part: number, whole: number): string {
  return `${(100 * part / Math.max(1, whole)).toFixed(1)} %`.padStart(7);
}
