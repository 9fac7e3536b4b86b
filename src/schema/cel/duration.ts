const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };
const DURATION = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const PART = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g;
const MOST = 2n ** 63n - 1n;

/** The nanoseconds of a duration as Go reads it, `1h30m`; undefined for a text that is none. */
export function nanosecondsOf(text: string): bigint | undefined {
  if (!DURATION.test(text)) {
    return undefined;
  }
  let sum = 0n;
  for (const [, whole, fraction = '', unit] of text.matchAll(PART)) {
    sum += BigInt(whole === '' ? 0 : whole) * BigInt(UNITS[unit]) + BigInt(Math.trunc(Number(`0.${fraction}0`) * UNITS[unit]));
  }
  return sum > MOST ? undefined : text.startsWith('-') ? -sum : sum;
}
