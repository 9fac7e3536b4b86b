/** Hexadecimal digits without those that could spell something or be mistaken, as other tools for versioned names write them. */
const DIGITS = '2456789bcdfghkmt';
const LENGTH = 10;

/** Whether a name ends with a hash of content: ours, or that of kustomize, which has the same form. */
export function endsWithContentHash(name: string): boolean {
  return new RegExp(`-[${DIGITS}]{${LENGTH}}$`).test(name);
}

/** Ten characters of text that any change changes. Two contents of one hash are no danger: an immutable object refuses the second. */
export function contentHash(text: string): string {
  return `${half(text, 39_916_801, 67_108_859)}${half(text, 27_644_437, 67_108_837)}`;
}

/** The remainder of a polynomial whose coefficients are the characters. All products stay below 2^53, so that they are exact. */
function half(text: string, base: number, modulus: number): string {
  let hash = text.length % modulus;
  for (let index = 0; index < text.length; index++) hash = ((hash * base) % modulus + text.charCodeAt(index) + 1) % modulus;
  // once more, so that the last characters count as much as the first
  const spread = ((hash * base) % modulus) / modulus;
  const digits = LENGTH / 2;
  const number = Math.floor(spread * DIGITS.length ** digits);
  return Array.from({ length: digits }, (_, index) => DIGITS[Math.floor(number / DIGITS.length ** index) % DIGITS.length]).join('');
}
