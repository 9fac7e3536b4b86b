import type { RuleDescription } from '../../rules/every-description';
import type { Finding, Severity } from '../../rules/finding';
import type { WaivedFinding } from '../../rules/waiver';
import { counted } from '../../rules/wording';

/** What came out of a run, for whatever format it is told in. */
export interface LintReport {
  /** Of this package. */
  readonly version: string;
  /** Every object that was judged, in its order. */
  readonly objects: readonly ReportedObject[];
  readonly findings: readonly Finding[];
  /** Objects that are named and were not given. */
  readonly notes: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** How many findings the baseline holds back. */
  readonly baselined: number;
  readonly rules: readonly RuleDescription[];
}

export interface ReportedObject {
  readonly resource: string;
  readonly file?: string;
  /** Index of the document in the input, as in findings. */
  readonly document: number;
}

/** Makes a text of a report. It ends with a line end, unless there is nothing to say. */
export type ReportFormat = (report: LintReport) => string;

/** A finding's words without its place: `must exceed 40, got 30; raise it`. */
export function sentence({ message, fix }: Finding): string {
  return fix === undefined ? message : `${message}; ${fix}`;
}

/** The same with its path. */
export function sentenceWithPath(finding: Finding): string {
  return finding.path === '' ? sentence(finding) : `${finding.path}: ${sentence(finding)}`;
}

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** `1 error, 2 warnings in 3 objects, 1 waived`. */
export function summaryOf({ findings, objects, waived, baselined }: LintReport): string {
  const found = [
    ...[[countOf(findings, 'error'), 'error'], [countOf(findings, 'warning'), 'warning']] as const,
  ].filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  const words = countOf(findings, 'info');
  const told = [...found, ...(words === 0 ? [] : [`${words} info`])];
  const held = [...(waived.length === 0 ? [] : [`${waived.length} waived`]), ...(baselined === 0 ? [] : [`${baselined} in the baseline`])];
  return [`${told.length === 0 ? 'nothing found' : told.join(', ')} in ${counted(objects.length, 'object')}`, ...held].join(', ');
}
