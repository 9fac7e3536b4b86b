/** Of some fields those that say something: nothing that was left out, and no map or list that holds nothing. Absent: none does. */
export function said<T extends object>(fields: T): T | undefined {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && !isEmpty(value));
  return entries.length === 0 ? undefined : Object.fromEntries(entries) as T;
}

/** A value that is not known yet is an object of a class of its own, and never looked into. */
function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype || Array.isArray(value) ? Object.keys(value).length === 0 : false;
}
