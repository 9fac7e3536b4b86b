import { isDns1035Label, isDnsLabel, isDnsSubdomain, isLabelKey, isLabelValue, isPortName, LONGEST_NAME_BEFORE_HASH } from '../../src/manifests/names';

test.each([
  [isDnsLabel, ['a', '1a', 'a-b', 'a'.repeat(63)], ['', 'A', 'a_b', '-a', 'a-', 'a.b', 'a'.repeat(64)]],
  [isDns1035Label, ['a', 'a1'], ['1a', '']],
  [isDnsSubdomain, ['a.b', '1.2', 'a'.repeat(253)], ['a..b', '.a', 'a'.repeat(254)]],
  [isLabelValue, ['', 'A_b.c-d', 'a'.repeat(63)], ['-a', 'a b', 'a'.repeat(64)]],
  [isLabelKey, ['a', 'example.com/A_b'], ['', 'a/b/c', '/a', 'Example.com/a', 'a b']],
  [isPortName, ['http', 'a-1'], ['8080', 'a--b', 'HTTP', 'a'.repeat(16)]],
])('%p accepts and refuses what Kubernetes does', (fits, good, bad) => {
  expect(good.filter((text) => !fits(text))).toEqual([]);
  expect(bad.filter(fits)).toEqual([]);
});

test('a name of 46 characters leaves room for a pod template hash of ten', () => {
  expect(LONGEST_NAME_BEFORE_HASH).toBe(46);
  expect(`${'a'.repeat(46)}-6c5f9d8b7c-`).toHaveLength(58);
});
