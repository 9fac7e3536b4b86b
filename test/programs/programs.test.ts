import * as fc from 'fast-check';
import { outcomeOf, schemaFindings } from './outcome';
import { program } from './rollouts';

/*
 * Programs over all properties at once. Each is written, and then an API server would take every object of it, or it is
 * refused in words that name a property. The conformance run asks the controller as well, about many more of them.
 */
const runs = 500;

test(`${runs} programs are written as the schemas want it, or refused by name`, () => {
  const seen = { written: 0, refused: 0 };
  fc.assert(fc.property(program, text => {
    const outcome = outcomeOf(text);
    if (outcome.kind === 'crashed') throw new Error(`${text}\n\n${outcome.error}`);
    seen[outcome.kind] += 1;
    if (outcome.kind === 'written') {
      expect(schemaFindings(outcome.manifests)).toEqual([]);
    } else {
      expect(outcome.findings.filter(({ property }) => property === undefined)).toEqual([]);
      expect(outcome.findings).not.toEqual([]);
    }
  }), { numRuns: runs, seed: 20261121 });
  // Neither side is tested by the way.
  expect(seen.written).toBeGreaterThan(runs / 5);
  expect(seen.refused).toBeGreaterThan(runs / 5);
});
