// Judges cases of a generator in a process of its own, and tells what they came to.
import { judgedCases } from './differential-batch';
import { subjects } from './differential-subjects';
import { findingsIn } from '../../../test/differential/comparison';
import { count, emptyTally } from '../../../test/differential/tally';

/** So many at a time are held in memory. */
const BATCH = 2_000;

const [engine, binary, crds, first, end] = process.argv.slice(2);

void main(Number(first), Number(end));

async function main(from: number, to: number): Promise<void> {
  const tally = emptyTally();
  const subject = subjects[engine as keyof typeof subjects]();
  const oracle = subject.oracle(binary!, crds!);
  // The next ones are before the real code while these are before ours.
  let next = judgedCases(subject, oracle, from, Math.min(BATCH, to - from));
  for (let number = from; number < to; number += BATCH) {
    const batch = await next;
    const left = to - number - BATCH;
    if (left > 0) next = judgedCases(subject, oracle, number + BATCH, Math.min(BATCH, left));
    for (const { number: at, made, objects, verdicts } of batch) {
      const example = `case ${at}: ${made.base} ${JSON.stringify(made.edits)}`;
      try {
        const [findings, reasons] = [findingsIn(objects), subject.reasonsOf(verdicts)];
        count(tally, example, made.edits.length, { findings, reasons, disagreements: subject.disagreementsOf(findings, reasons) });
      } catch (error) {
        throw new Error(`a rule throws at ${example}`, { cause: error });
      }
    }
  }
  process.stdout.write(JSON.stringify(tally));
}
