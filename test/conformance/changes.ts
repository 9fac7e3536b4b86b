/** What differs between two values, by path; what is gone is undefined. */
export function changes(before: unknown, after: unknown, path = ''): Record<string, unknown> {
  if (Object.is(before, after)) return {};
  if (!isObject(before) || !isObject(after)) return { [path]: after };
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.assign({}, ...[...names].map(name => changes(before[name], after[name], path ? `${path}.${name}` : name))) as Record<string, unknown>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
