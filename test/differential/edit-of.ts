import type { Edit, Key } from './case';

/** An edit as it is written by hand: `spec.metrics.0.count`. */
export type Change = readonly [object: number, path: string, value?: unknown];

export function editOf([object, path, value]: Change): Edit {
  return { object, path: path.split('.').map((key): Key => /^\d+$/.test(key) ? Number(key) : key), ...value === undefined ? {} : { value } };
}
