import { ConditionError } from './tokens';

const LARGEST = 2n ** 63n - 1n;
const LAST_CHARACTER = 0x10FFFF;
const ESCAPE = /\\(?:x(..)|u\{(.+?)\}|u(.{4})|U(.{8})|([0-7]{3})|(.))/g;
const CHARACTERS: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A number as it is written. One with a point or an exponent is a number of its own kind to the controller. */
export function numberOf(written: string, offset: number): number | bigint {
  const text = written.replaceAll('_', '');
  const isWhole = /^0[xbo]/i.test(text) || !/[.e]/i.test(text);
  const value = isWhole ? BigInt(text) : Number(text);
  if (value === Infinity || (isWhole && value > LARGEST)) {
    throw new ConditionError(`${written} is too large`, offset);
  }
  return value;
}

/** A text without its quotes. */
export function textOf(quoted: string, offset: number): string {
  const inner = quoted.slice(1, -1);
  return quoted.startsWith('`') ? inner.replaceAll('``', '`') : inner.replace(ESCAPE, (escape, ...groups: (string | undefined)[]) => {
    const hex = groups.slice(0, 4).find((digits) => digits !== undefined);
    const [octal, plain] = groups.slice(4);
    const code = hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16);
    if (code > LAST_CHARACTER) {
      throw new ConditionError(`there is no character ${escape}`, offset);
    }
    return Number.isNaN(code) ? CHARACTERS[plain!] ?? plain! : String.fromCodePoint(code);
  });
}
