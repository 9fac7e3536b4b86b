import { differenceFrom } from './comparison';
import { readRecord } from './recorded';

/* Written by `node -r ./scripts/from-sources.cjs conformance/scenarios/oracle/record-verdicts.ts`. */

const cases = readRecord();

test('of what the API server has judged, nearly every rule that there is was broken once', () => {
  const messages = new Set(cases.flatMap(({ rules = [] }) => rules.map(rule => rule.slice(rule.lastIndexOf('": ') + 3))));
  expect(messages.size).toBeGreaterThan(55);
  expect(cases.filter(({ rules }) => rules === undefined).length).toBeGreaterThan(15);
});

test('the same rules are broken in the same places', () => {
  expect(cases.flatMap(one => differenceFrom(one, one) ?? [])).toEqual([]);
});
