import { show } from '../../intent/problem';

/** A value of any type, as messages show it. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'object': return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
    case 'function': case 'symbol': case 'bigint': return `a ${typeof value}`;
    default: return show(value);
  }
}
