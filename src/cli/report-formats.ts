import { nameOf, readInput } from './input';
import type { Io } from './io';
import type * as github from '../report/findings/github';
import type * as gitlab from '../report/findings/gitlab';
import type * as json from '../report/findings/json';
import type * as junit from '../report/findings/junit';
import type { LintReport, ReportFormat } from '../report/findings/lint-report';
import type * as sarif from '../report/findings/sarif';
import type * as text from '../report/findings/text';

/** Formats for programs, each loaded when it is asked for. A new one gets its line here. */
const formats: Readonly<Record<string, () => ReportFormat>> = {
  json: () => (require('../report/findings/json') as typeof json).formatJson,
  sarif: () => (require('../report/findings/sarif') as typeof sarif).formatSarif,
  junit: () => (require('../report/findings/junit') as typeof junit).formatJunit,
  github: () => (require('../report/findings/github') as typeof github).formatGithub,
  gitlab: () => (require('../report/findings/gitlab') as typeof gitlab).formatGitlab,
};

export const reportFormats: readonly string[] = ['text', ...Object.keys(formats)];

/** Writes a report to standard output. */
export async function writeReport(format: string, report: LintReport, color: boolean, io: Io): Promise<void> {
  if (format !== 'text') {
    io.out(formats[format]()(report));
    return;
  }
  if (report.findings.length > 0) {
    const { formatText } = require('../report/findings/text') as typeof text;
    const sources = await sourcesOf(report, io);
    io.out(formatText(report, { sourceOf: (file) => sources.get(file), color }));
  }
}

/** The texts of the files with findings, read again: to keep all of them meanwhile would cost more than it saves. */
async function sourcesOf({ findings }: LintReport, io: Io): Promise<ReadonlyMap<string, string>> {
  const sources = new Map<string, string>();
  for (const file of new Set(findings.map((finding) => finding.file))) {
    if (file !== undefined) {
      sources.set(file, await readInput(file === nameOf('-') ? '-' : file, io).catch(() => ''));
    }
  }
  return sources;
}
