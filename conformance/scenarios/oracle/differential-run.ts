// Judges cases of the generator in a process of its own, and tells what they came to.
import { judgedCases } from './differential-batch';
import { findingsIn } from '../../../test/differential/comparison';
import { count, emptyTally } from '../../../test/differential/tally';

/** So many at a time are held in memory. */
const BATCH = 2_000;

const [oracle, crds, first, end] = process.argv.slice(2);

void main(Number(first), Number(end));

async function main(from: number, to: number): Promise<void> {
  const tally = emptyTally();
  // The next ones are before the real code while these are before ours.
  let next = judgedCases(oracle!, crds!, from, Math.min(BATCH, to - from));
  for (let number = from; number < to; number += BATCH) {
    const batch = await next;
    const left = to - number - BATCH;
    if (left > 0) next = judgedCases(oracle!, crds!, number + BATCH, Math.min(BATCH, left));
    for (const { number: at, made, objects, verdicts } of batch) {
      const example = `case ${at}: ${made.base} ${JSON.stringify(made.edits)}`;
      try {
        count(tally, example, made.edits.length, findingsIn(objects), verdicts);
      } catch (error) {
        throw new Error(`a rule throws at ${example}`, { cause: error });
      }
    }
  }
  process.stdout.write(JSON.stringify(tally));
}
