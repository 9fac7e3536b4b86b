// What the checks that ask Flagger's oracle have in common.
import { join } from 'node:path';
import type { Fields } from '../../harness/objects';
import { ask } from '../../harness/oracle';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

export const flagger = { engine: 'flagger', needs: ['flagger-oracle', 'flagger-crds'] } as const satisfies Partial<Check>;

/** The answers, one for each question. */
export async function askFlagger(binaries: Binaries, questions: readonly (Fields | string)[]): Promise<Fields[]> {
  const answers = await ask({ binary: binaries['flagger-oracle'], args: ['-crds', join(binaries['flagger-crds'], 'crd.yaml')] }, questions);
  if (answers.length !== questions.length) throw new Error(`asked ${questions.length} questions, got ${answers.length} answers`);
  return answers;
}
