import { assert, constantFrom, integer, oneof, property } from 'fast-check';
import { podsThatMayGo } from '../../src/pod-counts/disruptions';
import type { DisruptionLimit } from '../../src/pod-counts/disruptions';

/** The controller's own arithmetic: how many have to be healthy, and how many more there are. */
function asTheController({ kind, value }: DisruptionLimit, pods: number): number {
  const scaled = typeof value === 'number' ? value : Math.ceil(parseInt(value) * pods / 100);
  const desiredHealthy = kind === 'maxUnavailable' ? Math.max(0, pods - scaled) : scaled;
  return Math.max(0, pods - desiredHealthy);
}

test('as many pods may go as the disruption controller allows', () => {
  const value = oneof(integer({ min: 0, max: 30 }), integer({ min: 0, max: 100 }).map(percent => `${percent}%`));
  assert(property(constantFrom('maxUnavailable' as const, 'minAvailable' as const), value, integer({ min: 0, max: 40 }), (kind, limit, pods) => {
    expect(podsThatMayGo({ kind, value: limit }, pods)).toBe(asTheController({ kind, value: limit }, pods));
  }));
});

test('one pod down is one pod down, however many versions there are', () => {
  for (const pods of [1, 5, 10]) expect(podsThatMayGo({ kind: 'maxUnavailable', value: 1 }, pods)).toBe(1);
});

test('as many pods that must be up are those of the preview alone', () => {
  expect(podsThatMayGo({ kind: 'minAvailable', value: 3 }, 5)).toBe(2);
  expect(podsThatMayGo({ kind: 'minAvailable', value: 3 }, 10)).toBe(7);
});

test('a text that is no percentage is not judged', () => {
  for (const value of ['many', '10', '-5%', '']) expect(podsThatMayGo({ kind: 'maxUnavailable', value }, 5)).toBeUndefined();
});
