// Runs generated programs in a process of its own: one line for each, with what came of it.
import * as fc from 'fast-check';
import { flaggerProgram } from '../../../test/programs/flagger';
import { outcomeOf, schemaFindings } from '../../../test/programs/outcome';
import { program } from '../../../test/programs/rollouts';

const [grammar = '', ...numbers] = process.argv.slice(2);
const [numRuns, seed] = numbers.map(Number);

for (const text of fc.sample(grammar === 'flagger' ? flaggerProgram : program, { numRuns, seed })) {
  process.stdout.write(`${JSON.stringify({ text, ...told(text) })}\n`);
}

function told(text: string): object {
  const outcome = outcomeOf(text);
  switch (outcome.kind) {
    case 'crashed': return { problem: outcome.error };
    case 'refused': {
      const nameless = outcome.findings.find(({ property }) => property === undefined)?.text;
      const problem = outcome.findings.length === 0 ? 'refused without a finding' : nameless && `names no property: ${nameless}`;
      return problem === undefined ? {} : { problem };
    }
    case 'written': {
      const [problem] = schemaFindings(outcome.manifests);
      return problem === undefined ? { objects: outcome.manifests } : { problem };
    }
  }
}
