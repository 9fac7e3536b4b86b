// What the checks that ask Argo's oracle have in common.
import type { Fields } from '../../harness/objects';
import { ask } from '../../harness/oracle';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

export const argo = { engine: 'argo', needs: ['argo-oracle', 'argo-crds'] } as const satisfies Partial<Check>;

/** The answers, one for each question. */
export async function askArgo(binaries: Binaries, questions: readonly Fields[]): Promise<Fields[]> {
  const answers = await ask({ binary: binaries['argo-oracle'], args: ['-crds', binaries['argo-crds']] }, questions);
  const failed = answers.findIndex(answer => answer.error !== undefined);
  if (failed >= 0) throw new Error(`${answers[failed]!.error}: ${JSON.stringify(questions[failed])}`);
  if (answers.length !== questions.length) throw new Error(`asked ${questions.length} questions, got ${answers.length} answers`);
  return answers;
}

/** A verdict on manifests in a line. */
export function told({ object, check, field, message }: Fields): string {
  return `${object}, ${check}${field ? ` ${field}` : ''}: ${message}`;
}

const FEW = 10;

/** The first of what differs, and how much else does. */
export function few(findings: readonly string[], compared: number, most = FEW): string[] {
  const [shown, more] = [findings.slice(0, most), findings.length - most];
  return [...shown, ...more > 0 ? [`and ${more} more`] : [], ...shown.length > 0 ? [`compared: ${compared}`] : []];
}
