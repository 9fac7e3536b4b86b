import { findingsIn, theirOutcome } from './comparison';
import { flaggerDisagreementsOf } from './flagger-comparison';
import { isKnownOfFlagger, isUnseen } from './flagger-known';
import { FLAGGER_RECORD, readRecord, reasonFrom } from './recorded';

/* Written by `node -r ./scripts/from-sources.cjs conformance/scenarios/oracle/record-verdicts.ts flagger`. */

const cases = readRecord(FLAGGER_RECORD);

test('of 2000 bundles with the verdicts of the real code, there are enough that are refused, broken and accepted', () => {
  const counts = { refused: 0, broken: 0, accepted: 0 };
  for (const { reasons } of cases) counts[theirOutcome(reasons.map(reasonFrom))] += 1;
  expect(cases).toHaveLength(2000);
  expect(Math.min(counts.refused, counts.broken, counts.accepted)).toBeGreaterThan(300);
});

test('what the real code refuses or cannot work with has a finding that says so, and what it takes has none', () => {
  const disagreements = cases.flatMap(({ base, edits, objects, reasons }) => (
    flaggerDisagreementsOf(findingsIn(objects), reasons.map(reasonFrom), isUnseen).filter(group => !isKnownOfFlagger(group))
      .map(group => `${group}\n  ${base} ${JSON.stringify(edits)}`)
  ));
  expect(disagreements).toEqual([]);
});
