/**
 * What a finding means: `refused` (the controller or the API server rejects it), `broken` (accepted, cannot work), `risky`
 * (works until it matters), `advice`. Nothing is ever two of them.
 */
export type FindingClass = 'refused' | 'broken' | 'risky' | 'advice';

export type Severity = 'error' | 'warning' | 'info';

/** What a rule has to say about one place in one object. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly class: FindingClass;
  /** `Rollout shop/checkout`. */
  readonly resource: string;
  /** `spec.strategy.canary.steps[2].setWeight`; empty for the object as a whole. */
  readonly path: string;
  readonly message: string;
  readonly fix?: string;
  readonly file?: string;
  /** The template that Helm made the object from. */
  readonly template?: string;
  readonly line?: number;
  readonly column?: number;
  /** Index of the document in the input; -1 when no document is meant. */
  readonly document: number;
}

export const severities: Readonly<Record<FindingClass, Severity>> = {
  refused: 'error',
  broken: 'error',
  risky: 'warning',
  advice: 'info',
};

/** One line of text. */
export function formatFinding(finding: Finding): string {
  const fix = finding.fix === undefined ? '' : `; ${finding.fix}`;
  const place = finding.path === '' ? '' : `${finding.path}: `;
  const parts = [finding.severity, positionOf(finding), finding.resource, `${place}${finding.message}${fix} (${finding.rule})`];
  return parts.filter((part) => part !== '').join('  ');
}

/** By document, then path (indices as numbers), then rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return a.document - b.document
    || comparePaths(a.path, b.path)
    || compareTexts(a.rule, b.rule)
    || compareTexts(a.message, b.message)
    || compareTexts(a.resource, b.resource);
}

function positionOf({ file, line, column }: Finding): string {
  const position = line === undefined ? [] : [line, ...(column === undefined ? [] : [column])];
  return [...(file === undefined ? [] : [file]), ...position].join(':');
}

function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    // Every second part is a number.
    const order = index % 2 === 1 ? Number(left[index]) - Number(right[index]) : compareTexts(left[index], right[index]);
    if (order !== 0) {
      return order;
    }
  }
  return left.length - right.length;
}

/** By code unit, so that no locale changes the order. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
