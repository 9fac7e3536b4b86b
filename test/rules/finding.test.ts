import { compareFindings, formatFinding } from '../../src/rules/finding';
import type { Finding } from '../../src/rules/finding';

const finding: Finding = {
  rule: 'weights-increase',
  severity: 'error',
  class: 'broken',
  resource: 'Rollout shop/checkout',
  path: 'spec.strategy.canary.steps[2].setWeight',
  message: 'must exceed the previous weight 40, got 30',
  fix: 'raise it, or drop the step',
  document: 0,
};

test('a finding is one line', () => {
  expect(formatFinding({ ...finding, file: 'rollout.yaml', line: 31, column: 9 })).toBe(
    'error  rollout.yaml:31:9  Rollout shop/checkout  spec.strategy.canary.steps[2].setWeight: must exceed the previous weight 40, got 30; raise it, or drop the step (weights-increase)',
  );
});

test('what is not known is left out', () => {
  expect(formatFinding({ ...finding, fix: undefined, path: '' })).toBe(
    'error  Rollout shop/checkout  must exceed the previous weight 40, got 30 (weights-increase)',
  );
});

test('findings are in the order of documents, then paths with their indices as numbers, then rules', () => {
  const order = [
    { ...finding, path: 'a[2].b' },
    { ...finding, path: 'a[10].b', rule: 'a' },
    { ...finding, path: 'a[10].b', rule: 'b' },
    { ...finding, path: 'a[1]', document: 1 },
  ];
  expect([...order].reverse().sort(compareFindings)).toEqual(order);
});
