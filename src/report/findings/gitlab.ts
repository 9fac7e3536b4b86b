import { fingerprintsOf } from './fingerprint';
import { sentenceWithPath } from './lint-report';
import type { LintReport } from './lint-report';
import type { FindingClass } from '../../rules/finding';

const SEVERITIES: Readonly<Record<FindingClass, string>> = { refused: 'critical', broken: 'critical', risky: 'major', advice: 'info' };

/** A Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function formatGitlab({ findings }: LintReport): string {
  const fingerprints = fingerprintsOf(findings);
  return `${JSON.stringify(findings.map((finding, index) => ({
    description: `${finding.resource}  ${sentenceWithPath(finding)}`,
    check_name: finding.rule,
    fingerprint: fingerprints[index],
    severity: SEVERITIES[finding.class],
    // a path must be relative to the repository, and must not begin with ./
    location: { path: (finding.file ?? 'rolloutkit').replace(/^(?:\.\/)+/, ''), lines: { begin: finding.line ?? 1 } },
  })), null, 2)}\n`;
}
