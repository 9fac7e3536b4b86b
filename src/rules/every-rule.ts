import * as catalogue from './catalogue';
import type { Rule } from './rule';

/** Every rule of the catalogue, by id. */
export const everyRule: readonly Rule[] = Object.values(catalogue).sort((a, b) => a.id < b.id ? -1 : 1);
