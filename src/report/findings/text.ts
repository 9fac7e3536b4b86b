import { sentenceWithPath } from './lint-report';
import type { LintReport } from './lint-report';
import { plain } from './plain';
import type { Finding, Severity } from '../../rules/finding';

export interface TextOptions {
  /** The text of a file, if it can still be had. */
  readonly sourceOf: (file: string) => string | undefined;
  readonly color: boolean;
}

const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };
const BOLD = 1;
const DIM = 2;
/** Columns of a line that are shown; of a longer one, the part around the place. */
const WIDEST = 120;
const BEFORE = 60;

/** For people: grouped by file, each finding with the lines it is about. */
export function formatText({ findings }: LintReport, { sourceOf, color }: TextOptions): string {
  const paint = (text: string, ...codes: number[]) => color ? `\u001b[${codes.join(';')}m${text}\u001b[0m` : text;
  const files = new Map<string | undefined, Finding[]>();
  for (const finding of findings) {
    const known = files.get(finding.file);
    if (known === undefined) {
      files.set(finding.file, [finding]);
    } else {
      known.push(finding);
    }
  }
  const groups = [...files].map(([file, inFile]) => {
    const lines = file === undefined ? undefined : sourceOf(file)?.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u0085]/);
    const told = inFile.map((finding) => {
      const { severity, line, column, resource, rule, template } = finding;
      const place = [line, column].filter((part) => part !== undefined).join(':');
      const from = template === undefined ? '' : paint(`from ${plain(template)}`, DIM);
      const head = [place, paint(severity, COLORS[severity], BOLD), plain(resource), paint(`(${plain(rule)})`, DIM), from]
        .filter((part) => part !== '').join('  ');
      const excerpt = lines === undefined || line === undefined ? [] : excerptOf(lines, line, column ?? 1);
      return [`  ${head}`, `    ${plain(sentenceWithPath(finding))}`, ...excerpt.map(({ text, isMark }) => isMark ? paint(text, COLORS[severity]) : paint(text, DIM))];
    });
    return [paint(plain(file ?? 'rolloutkit'), BOLD), ...told.flatMap((each) => [...each, ''])];
  });
  return groups.map((lines) => `${lines.join('\n')}\n`).join('');
}

interface ExcerptLine {
  readonly text: string;
  readonly isMark?: true;
}

/** The line before, the line itself, and a caret below the key or value that it is about. */
function excerptOf(lines: readonly string[], line: number, column: number): ExcerptLine[] {
  const written = lines[line - 1];
  if (written === undefined) {
    return [];
  }
  const first = written.length <= WIDEST ? 0 : Math.max(0, column - 1 - BEFORE);
  const shown = (text: string) => {
    const part = text.slice(first, first + WIDEST);
    return `${first > 0 ? '...' : ''}${plain(part)}${text.length > first + WIDEST ? '...' : ''}`;
  };
  const digits = String(line).length;
  const before = line > 1 && lines[line - 2].trim() !== '' && first === 0
    ? [{ text: `    ${String(line - 1).padStart(digits)} | ${shown(lines[line - 2])}`.trimEnd() }] : [];
  const start = column - 1 - first;
  const length = /^(?:"[^"]*"|'[^']*'|[\w./-]+)/.exec(written.slice(column - 1, first + WIDEST))?.[0].length ?? 1;
  const margin = `${first > 0 ? '   ' : ''}${plain(written.slice(first, first + start)).replace(/[^\t]/g, ' ')}`;
  return [
    ...before,
    { text: `    ${line} | ${shown(written)}` },
    { text: `    ${' '.repeat(digits)} | ${margin}${'^'.repeat(length)}`, isMark: true },
  ];
}
