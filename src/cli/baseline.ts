import { readInput } from './input';
import { UsageError } from './io';
import type { Io } from './io';
import { identityOf } from '../report/findings/fingerprint';
import type { FindingIdentity } from '../report/findings/fingerprint';
import type { Finding } from '../rules/finding';

const VERSION = 1;

interface BaselineEntry extends FindingIdentity {
  /** How many are alike; 1 is left out. */
  readonly count?: number;
}

/** Findings that were there when somebody drew a line, by what makes them the same, and how many of each. */
export type Baseline = ReadonlyMap<string, number>;

/** A baseline as a file: one finding a line, so that a difference shows which came and went. */
export function formatBaseline(findings: readonly Finding[]): string {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const { rule, resource, path, message } = finding;
    const key = identityOf(finding);
    const count = (entries.get(key)?.count ?? (entries.has(key) ? 1 : 0)) + 1;
    entries.set(key, { rule, resource, path, message, ...(count === 1 ? {} : { count }) });
  }
  const lines = [...entries].sort(([a], [b]) => a < b ? -1 : 1).map(([, entry]) => `    ${JSON.stringify(entry)}`);
  return `{\n  "version": ${VERSION},\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

export async function readBaseline(path: string, io: Io): Promise<Baseline> {
  const text = await readInput(path, io);
  const entries = entriesOf(text);
  if (entries === undefined) {
    throw new UsageError(`${path}: is no baseline, write one with --write-baseline`);
  }
  return new Map(entries.map((entry) => [identityOf(entry), entry.count ?? 1]));
}

function entriesOf(text: string): readonly BaselineEntry[] | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { version: unknown; findings: unknown };
    return version === VERSION && Array.isArray(findings) && findings.every(isEntry) ? findings : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { rule, resource, path, message, count } = value as Record<string, unknown>;
  return [rule, resource, path, message].every((each) => typeof each === 'string') && (count === undefined || typeof count === 'number');
}

export interface Comparison {
  /** What is new since the baseline was written. */
  readonly fresh: readonly Finding[];
  /** How much is held back. */
  readonly held: number;
  /** How much of the baseline is no longer there. */
  readonly gone: number;
}

export function compareWithBaseline(findings: readonly Finding[], baseline: Baseline): Comparison {
  const left = new Map(baseline);
  const fresh = findings.filter((finding) => {
    const key = identityOf(finding);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const gone = [...left.values()].filter((count) => count > 0).reduce((sum, count) => sum + count, 0);
  return { fresh, held: findings.length - fresh.length, gone };
}
