import { disagreementsOf, findingsIn, theirOutcome } from './comparison';
import { isKnown } from './known';
import { readRecord, reasonFrom } from './recorded';

/* Written by `node -r ./scripts/from-sources.cjs conformance/scenarios/oracle/record-verdicts.ts`. */

const cases = readRecord();

test('of 2000 bundles with the verdicts of the real code, three in ten and more are refused, and three in ten are not', () => {
  const refused = cases.filter(({ reasons }) => theirOutcome(reasons.map(reasonFrom)) === 'refused').length;
  expect(cases).toHaveLength(2000);
  expect(refused).toBeGreaterThan(600);
  expect(refused).toBeLessThan(1400);
});

test('what the real code refuses has a finding that says so, and what it takes has none', () => {
  const disagreements = cases.flatMap(({ base, edits, objects, reasons }) => (
    disagreementsOf(findingsIn(objects), reasons.map(reasonFrom)).filter(group => !isKnown(group)).map(group => `${group}\n  ${base} ${JSON.stringify(edits)}`)
  ));
  expect(disagreements).toEqual([]);
});
