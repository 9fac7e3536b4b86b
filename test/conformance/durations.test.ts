import fc from 'fast-check';
import { compress, merge } from '../../conformance/harness/manifests';

const seconds = fc.integer({ min: 0, max: 100_000 });
const factor = fc.integer({ min: 1, max: 3600 });

test.each([
  ['5m', 5], ['300', 5], [300, 5], ['1h30m', 90], ['90s', 2], ['1.5m', 2], ['500ms', 1], ['0s', 1], [0, 1], ['61s', 2],
])('a sixtieth of %s is %s s', (duration, expected) => {
  expect(compress(duration, 60)).toBe(expected);
});

test('a time never gets shorter than a second, nor longer by more than what makes it whole', () => {
  fc.assert(fc.property(seconds, factor, (time, by) => {
    const shorter = compress(time, by);
    expect(Number.isInteger(shorter)).toBe(true);
    expect(shorter).toBeGreaterThanOrEqual(1);
    expect(shorter * by).toBeGreaterThanOrEqual(time);
    expect(shorter === 1 || (shorter - 1) * by < time).toBe(true);
  }));
});

test('what takes longer never gets shorter than what does not', () => {
  fc.assert(fc.property(seconds, seconds, factor, (one, more, by) => {
    expect(compress(one + more, by)).toBeGreaterThanOrEqual(compress(one, by));
  }));
});

test('a time that can be divided is, however it is written', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), factor, (parts, by) => {
    const time = parts * by;
    const written = `${Math.floor(time / 3600)}h${Math.floor(time / 60) % 60}m${time % 60}s`;
    expect([time, `${time}`, `${time}s`, written].map(duration => compress(duration, by))).toEqual([parts, parts, parts, parts]);
  }));
});

test.each(['', ' ', 'five', '5 m', '5d', 'm', '-5s', '1..5s', '5m!', 'NaN', '0x10', '1e3', NaN, Infinity, -1])('fails on %p, which is no duration', duration => {
  expect(() => compress(duration, 60)).toThrow(new Error(`not a duration: "${duration}"`));
});

describe('changes are merged', () => {
  const merged = (into: object, change: object): object => {
    merge(into, change);
    return into;
  };

  test('into what is there, at any depth', () => {
    expect(merged({ replicas: 3, strategy: { canary: { steps: [1], maxSurge: 1 } } }, { strategy: { canary: { maxSurge: 2 }, more: {} } }))
      .toEqual({ replicas: 3, strategy: { canary: { steps: [1], maxSurge: 2 }, more: {} } });
  });

  test('with lists and plain values in the place of what was there', () => {
    expect(merged({ steps: [1, 2], name: 'a', canary: { steps: [1] }, none: null }, { steps: [3], name: { first: 'b' }, canary: 5, none: {} }))
      .toEqual({ steps: [3], name: { first: 'b' }, canary: 5, none: {} });
  });

  test('and what is undefined is gone, while null is a value', () => {
    const changed = merged({ canary: { trafficRouting: {}, steps: [] }, limit: 1 }, { canary: { trafficRouting: undefined }, limit: null });
    expect(changed).toStrictEqual({ canary: { steps: [] }, limit: null });
  });

  test('and nothing changes where there is none', () => {
    expect(merged({ a: { b: [1] } }, {})).toEqual({ a: { b: [1] } });
  });
});
