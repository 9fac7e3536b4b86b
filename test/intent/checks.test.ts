import fc from 'fast-check';
import * as checks from '../../src/intent/checks';
import type { Problem } from '../../src/intent/problem';

type NumberCheck = (property: string, value: number | undefined) => Problem | undefined;

const numbers: Record<string, { check: NumberCheck; accepts: number[]; refuses: number[] }> = {
  weight: { check: checks.weight, accepts: [0, 1, 100], refuses: [-1, 101, 250, 0.5, NaN, Infinity, -Infinity] },
  stageWeight: { check: checks.stageWeight, accepts: [1, 50, 100], refuses: [0, -1, 101, 0.5, NaN, Infinity] },
  successPercent: { check: checks.successPercent, accepts: [1.5, 99, 99.99, 100], refuses: [0, 0.99, 1, 100.1, -1, NaN, Infinity] },
  errorPercent: { check: checks.errorPercent, accepts: [0, 0.01, 1, 100], refuses: [-0.1, 100.1, NaN, Infinity] },
  percentile: { check: checks.percentile, accepts: [1.1, 50, 95, 99.99], refuses: [0.95, 1, 100, 0, -5, NaN] },
  replicas: { check: checks.replicas, accepts: [1, 1000], refuses: [0, -1, 2.5, NaN, Infinity] },
  wholeNumber: { check: checks.wholeNumber, accepts: [0, 7], refuses: [-1, 0.5, NaN, Infinity] },
  positiveNumber: { check: checks.positiveNumber, accepts: [1, 7], refuses: [0, -1, 0.5, NaN, Infinity] },
  anyNumber: { check: checks.anyNumber, accepts: [0, -5, 0.1], refuses: [NaN, Infinity, -Infinity] },
  lastingSeconds: { check: checks.lastingSeconds, accepts: [1, 86_400], refuses: [0, -1, 0.4, 1.5, NaN] },
};

describe.each(Object.entries(numbers))('%s', (_, { check, accepts, refuses }) => {
  test.each(accepts)('accepts %p', value => expect(check('p', value)).toBeUndefined());

  test.each(refuses)('fails on %p with the value, what is allowed, and what to do', value => {
    expect(check('p', value)).toEqual({
      property: 'p',
      message: expect.stringMatching(new RegExp(`^must be .+, got ${String(value).replace(/[-.]/g, '\\$&')}$`)),
      fix: expect.stringMatching(/\S/),
    });
  });

  test('has nothing to say of what is not given, or not known yet', () => {
    expect(check('p', undefined)).toBeUndefined();
    expect(check('p', { apply: () => undefined } as unknown as number)).toBeUndefined();
  });

  test('a number that its advice names would be accepted', () => {
    fc.assert(fc.property(fc.oneof(fc.double(), fc.double({ min: 0, max: 1 })), value => {
      const advised = /\bwrite (-?[\d.]+)( seconds)?$/.exec(check('p', value)?.fix ?? '')?.[1];
      expect(advised === undefined ? undefined : check('p', Number(advised))).toBeUndefined();
    }));
  });
});

describe('a name', () => {
  test.each(['a', 'checkout', 'a-1', '1a', 'a'.repeat(63)])('may be %s', name => expect(checks.nameProblem('name', name)).toBeUndefined());

  test.each(['', '-a', 'a-', 'A', 'a_b', 'a.b', 'ä', 'a'.repeat(64)])('fails as %p', name => {
    expect(checks.nameProblem('name', name)).toMatchObject({ property: 'name', message: expect.stringContaining(`got ${JSON.stringify(name)}`) });
  });

  test('that its advice names would be accepted', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), name => {
      const fix = checks.nameProblem('name', name)?.fix;
      expect(fix === undefined ? undefined : checks.nameProblem('name', JSON.parse(fix.replace('write ', '')))).toBeUndefined();
    }));
  });
});
