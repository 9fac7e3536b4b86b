import { parseQuantity } from '../../src/manifests/quantity';

test.each([
  ['500m', 0.5], ['1', 1], [2, 2], ['1Gi', 2 ** 30], ['1.5k', 1500], ['2e3', 2000], ['.5', 0.5], ['-1M', -1e6], ['1E', 1e18],
])('%s is %d', (text, amount) => {
  expect(parseQuantity(text)).toBe(amount);
});

test.each(['', 'one', '1 Gi', '1GB', '1e', NaN, undefined, { later: true }])('fails on %p', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
});
