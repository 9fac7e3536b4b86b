import { blobOf, bundles, committedList, countsIn, isHere, listed, partsOf, readBundle } from './corpus';
import { verdicts } from './verdicts';
import { everyRule } from '../../src/rules/every-rule';

const list = committedList();

test('the list has every bundle, in the order of the index', () => {
  expect([...partsOf(list).keys()]).toEqual(bundles.map(({ name }) => name));
});

test('every kind of finding in the list has a verdict, and every verdict a finding', () => {
  expect(Object.keys(verdicts)).toEqual([...new Set(countsIn(list).map(({ rule }) => rule))].sort());
});

test('every rule in the list is one that there is', () => {
  expect(Object.keys(verdicts).filter((rule) => !everyRule.some(({ id }) => id === rule))).toEqual([]);
});

const suite = isHere ? describe : describe.skip;
suite(isHere ? 'the manifests' : 'the manifests (skipped: those of test/corpora/public.json are not in test/corpora/public)', () => {
  test.each(bundles)('$name is as it was read', (bundle) => {
    const content = Object.entries(readBundle(bundle)).map(([file, bytes]) => [file, blobOf(bytes)]);
    expect(Object.fromEntries(content)).toEqual(bundle.blobs);
  });

  test.each(bundles)('$name has these findings and no others', async (bundle) => {
    expect(await listed(bundle)).toBe(partsOf(list).get(bundle.name));
  });
});
