// Writes test/differential/verdicts.jsonl and test/schema/cel/verdicts.jsonl: cases with what the real code says of them.
import { writeFileSync } from 'node:fs';
import { record as recordDeclaredRules } from './declared-rules';
import { bases, judgedCases } from './differential-batch';
import { reasonOf } from '../../../test/differential/comparison';
import { RECORD, recordOf, textOf } from '../../../test/differential/recorded';
import { provide } from '../../lab/build';

const CASES = 2_000;
/** What stays out of the file: whole objects by chance. */
const LONGEST = 600;
/** Other cases than those of the conformance run. */
const FIRST = 1_000_000;

void main();

async function main(): Promise<void> {
  const binaries = provide(['argo-oracle', 'argo-crds', 'definitions-oracle'], line => process.stderr.write(`${line}\n`));
  const judged = await judgedCases(binaries['argo-oracle'], binaries['argo-crds'], FIRST, CASES * 2);
  const short = judged.filter(({ made, objects }) => JSON.stringify(made.edits).length < LONGEST && objects.length < 8).slice(0, CASES);
  writeFileSync(RECORD, recordOf(bases, short.map(({ made, verdicts }) => ({ ...made, reasons: [...new Set(verdicts.map(reasonOf).map(textOf))] }))));
  await recordDeclaredRules(binaries);
}
