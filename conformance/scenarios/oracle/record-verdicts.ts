// Writes test/differential/*verdicts.jsonl and test/schema/cel/verdicts.jsonl: cases with what the real code says of them.
import { writeFileSync } from 'node:fs';
import { record as recordDeclaredRules } from './declared-rules';
import { judgedCases } from './differential-batch';
import { subjects } from './differential-subjects';
import { FLAGGER_RECORD, RECORD, recordOf, textOf } from '../../../test/differential/recorded';
import { provide } from '../../lab/build';

const CASES = 2_000;
/** What stays out of the file: whole objects by chance. */
const LONGEST = 600;
/** Other cases than those of the conformance run. */
const FIRST = 1_000_000;

void main(process.argv.slice(2));

/** @param wanted some of argo, flagger and definitions; all of them when none is named */
async function main(wanted: readonly string[]): Promise<void> {
  const parts = ['argo-oracle', 'argo-crds', 'flagger-oracle', 'flagger-crds', 'definitions-oracle'] as const;
  const binaries = provide(parts, line => process.stderr.write(`${line}\n`));
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
  if (isWanted('argo')) await record('argo', RECORD, binaries['argo-oracle'], binaries['argo-crds']);
  if (isWanted('flagger')) await record('flagger', FLAGGER_RECORD, binaries['flagger-oracle'], binaries['flagger-crds']);
  if (isWanted('definitions')) await recordDeclaredRules(binaries);
}

async function record(engine: keyof typeof subjects, file: string, binary: string, crds: string): Promise<void> {
  const subject = subjects[engine]();
  const judged = await judgedCases(subject, subject.oracle(binary, crds), FIRST, CASES * 2);
  const short = judged.filter(({ made, objects }) => JSON.stringify(made.edits).length < LONGEST && objects.length < 8).slice(0, CASES);
  const cases = short.map(({ made, verdicts }) => ({ ...made, reasons: [...new Set(subject.reasonsOf(verdicts).map(textOf))] }));
  writeFileSync(file, recordOf(subject.bases, cases));
}
