import * as pulumi from '@pulumi/pulumi';
import { propertyRule } from '../../compile';
import type { Finding } from '../../rules/finding';
import { withoutStandIns } from '../arguments/namespace';
import type { Compiled } from '../compiling/compiled';

/** What is said of the arguments of a component: mistakes in one text, so that none has to wait for another to be mended. */
export function errorText(kind: string, name: string, { findings }: Pick<Compiled, 'findings'>): string | undefined {
  const lines = linesOf(findings.filter(({ severity }) => severity === 'error'));
  if (lines.length === 0) return undefined;
  return lines.length === 1 ? `${kind} ${name}: ${lines[0]}` : `${kind} ${name} has ${lines.length} findings:\n${lines.map(line => `  ${line}`).join('\n')}`;
}

/** Tells what can be lived with, each thing once. */
export function tellWarnings(component: pulumi.Resource, { findings, waived }: Compiled): void {
  const told = new Set<string>();
  const say = (line: string, tell: typeof pulumi.log.warn) => {
    if (!told.has(line)) void tell(line, component);
    told.add(line);
  };
  for (const finding of findings) {
    if (finding.severity === 'warning') say(lineOf(finding), pulumi.log.warn);
    if (finding.severity === 'info') say(lineOf(finding), pulumi.log.info);
  }
  for (const { finding, waiver } of waived) say(withoutStandIns(`waived: ${finding.resource}  ${finding.rule}: ${waiver.reason}`), pulumi.log.info);
}

/** Places that came from one argument are one place to its user. */
function linesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(lineOf))];
}

function lineOf({ path, message, fix, rule }: Finding): string {
  return withoutStandIns(`${path === '' ? '' : `${path}: `}${message}${fix === undefined ? '' : `; ${fix}`}${rule === propertyRule ? '' : ` (${rule})`}`);
}
