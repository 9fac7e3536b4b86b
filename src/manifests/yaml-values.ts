/**
 * What a plain word means to the clients of Kubernetes. They read YAML 1.1 with a library of their own, which differs from both
 * versions of the standard: no base 60, no dates, and numbers as Go reads them. https://pkg.go.dev/sigs.k8s.io/yaml
 */

/** What a word is when it is no text. */
export type PlainValue = string | number | boolean | null;

const WORDS = new Map<string, boolean | number | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);
const LONGEST_WORD = 5;

/** Words that the current version of YAML takes for text. */
const OLD_BOOLEAN = /^(?:y|yes|on|n|no|off)$/i;
/** Words for a boolean, and for numbers as everybody writes them. */
const USUAL = /^(?:true|false|-?(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?)$/;

const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SMALL_INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|0[bB]([01]+)|(0|[1-9][0-9]*))$/;
const FRACTION = /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/;
/** More than 64 bits need in any base; it takes long to read many more. */
const MOST_DIGITS = 100;
/** Numbers from here on do not fit 64 bits, with and without a sign. */
const MOST = 2n ** 64n;
const MOST_NEGATIVE = 2n ** 63n;

/** Whether a word may be anything but text, by its first character. */
export const MAY_MEAN: readonly boolean[] = Array.from({ length: 128 }, (_, code) => '+-.0123456789yYnNtTfFoO~'.includes(String.fromCharCode(code)));

/** What a plain word means. */
export function meaningOf(word: string): PlainValue {
  if (word.length <= LONGEST_WORD) {
    const meaning = WORDS.get(word);
    if (meaning !== undefined) {
      return meaning;
    }
  }
  const first = word.charCodeAt(0);
  if (first === 0x2e) {
    return FRACTION.test(word) ? finite(word, Number(word)) : word;
  }
  return (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d ? numberOf(word) : word;
}

/** Whether a word that means something reads otherwise to other readers, or to people. */
export function isUnusual(word: string, meaning: PlainValue): boolean {
  return typeof meaning === 'boolean' ? OLD_BOOLEAN.test(word) : typeof meaning === 'number' && !USUAL.test(word);
}

function numberOf(word: string): number | string {
  if (SMALL_INTEGER.test(word)) {
    return Number(word);
  }
  const plain = word.includes('_') ? word.replaceAll('_', '') : word;
  const integer = integerOf(plain);
  if (integer !== undefined) {
    return Number(integer);
  }
  return DECIMAL.test(plain) ? finite(word, Number(plain)) : word;
}

/** A whole number that fits 64 bits; one with a plus has to do without the highest of them. */
function integerOf(plain: string): bigint | undefined {
  const found = plain.length > MOST_DIGITS ? null : INTEGER.exec(plain);
  if (found === null) {
    return undefined;
  }
  const [, sign, hexadecimal, octal, binary, decimal] = found;
  const size = BigInt(hexadecimal !== undefined ? `0x${hexadecimal}` : octal !== undefined ? `0o${octal}` : binary !== undefined ? `0b${binary}` : decimal);
  const fits = sign === '' ? size < MOST : size <= (sign === '-' ? MOST_NEGATIVE : MOST_NEGATIVE - 1n);
  return fits ? (sign === '-' ? -size : size) : undefined;
}

/** What is too large for a number stays text. Kubernetes knows no zero with a sign. */
function finite(word: string, value: number): number | string {
  return Number.isFinite(value) ? value === 0 ? 0 : value : word;
}

/** A word as a key, which is always a text; undefined for what cannot be one. */
export function keyOf(word: string, meaning: boolean | number | null | undefined): string | undefined {
  if (meaning === null || meaning === undefined) {
    return undefined;
  }
  if (typeof meaning === 'boolean') {
    return String(meaning);
  }
  const integer = integerOf(word.replaceAll('_', ''));
  if (integer !== undefined) {
    return integer < MOST_NEGATIVE ? String(integer) : undefined;
  }
  return meaning === 0 && word.startsWith('-') ? '-0' : floatText(meaning);
}

/** As Go writes a number of 32 bits with as few digits as will do. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  }
  const small = Math.fround(value);
  for (let digits = 1; digits <= 9; digits++) {
    const [mantissa, exponent] = small.toExponential(digits - 1).split('e');
    if (Math.fround(Number(`${mantissa}e${exponent}`)) === small) {
      const power = Number(exponent);
      return power < -4 || power >= 6 ? `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}` : String(Number(`${mantissa}e${exponent}`));
    }
  }
  return String(value);
}
