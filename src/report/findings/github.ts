import { sentenceWithPath } from './lint-report';
import type { LintReport } from './lint-report';
import type { Severity } from '../../rules/finding';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Annotations of GitHub Actions, one a line. Escaped as its runner unescapes them:
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export function formatGithub({ findings }: LintReport): string {
  return findings.map((finding) => {
    const { file, line, column, severity, resource, rule } = finding;
    const properties = Object.entries({ file, line, col: column, title: `${resource} (${rule})` })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(sentenceWithPath(finding))}\n`;
  }).join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
