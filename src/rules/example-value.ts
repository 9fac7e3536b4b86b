import { listed, shown } from './wording';
import type { Shape } from '../schema/shape';

const EXAMPLES: Readonly<Record<string, string>> = {
  'text': 'a text',
  'whole number': 'a number',
  'number': 'a number',
  'boolean': 'true or false',
  'list': 'a list',
  'whole number or text': 'a number or a text',
  'quantity': 'a quantity such as 500m',
};
/** More names than this help nobody. */
const MOST_NAMES = 8;

/** What may stand there, as a fix says it. */
export function exampleOf({ type, choices, minimum, fields, required }: Shape): string {
  if (choices !== undefined) {
    return choices.length === 1 ? shown(choices[0]) : `one of ${listed(choices.map(shown))}`;
  }
  if (type === 'map') {
    const names = required.length > 0 ? required : [...fields?.keys() ?? []];
    return names.length === 0 || names.length > MOST_NAMES ? 'a map' : `a map with ${listed(names)}${required.length > 0 ? '' : ', as far as needed'}`;
  }
  return type === 'whole number' && minimum !== undefined ? String(minimum) : EXAMPLES[type ?? 'text'];
}
