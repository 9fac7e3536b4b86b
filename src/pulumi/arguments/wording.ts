import { translated } from './translated';
import { words } from './words.generated';

/** A text for users of the constructs, told of the arguments that are written here: `Ramp.stages([5, 25])` is `{ stages: [5, 25] }`. */
export function inArguments(text: string): string {
  return translated(text, words);
}
