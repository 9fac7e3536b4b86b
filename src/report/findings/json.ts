import { fingerprintsOf } from './fingerprint';
import { countOf } from './lint-report';
import type { LintReport } from './lint-report';
import type { Finding } from '../../rules/finding';

/** Raised when a field changes its meaning or goes; new fields may come at any time. */
const VERSION = 1;

/** All there is to know, for programs. docs/lint.md lists the fields. */
export function formatJson(report: LintReport): string {
  const { version, objects, findings, notes, waived, baselined } = report;
  const fingerprints = fingerprintsOf(findings);
  return `${JSON.stringify({
    version: VERSION,
    tool: { name: 'rolloutkit', version },
    summary: {
      objects: objects.length,
      errors: countOf(findings, 'error'),
      warnings: countOf(findings, 'warning'),
      infos: countOf(findings, 'info'),
      notes: notes.length,
      waived: waived.length,
      baselined,
    },
    findings: findings.map((finding, index) => ({ ...plain(finding), fingerprint: fingerprints[index] })),
    notes: notes.map(plain),
    waived: waived.map(({ finding, waiver }) => ({ ...plain(finding), reason: waiver.reason })),
  }, null, 2)}\n`;
}

/** With its fields in a fixed order; what is not there is left out. */
function plain({ rule, class: findingClass, severity, resource, path, message, fix, file, template, line, column }: Finding): object {
  return { rule, class: findingClass, severity, resource, path, message, fix, file, template, line, column };
}
