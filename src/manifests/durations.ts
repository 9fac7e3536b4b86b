const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3, // micro sign
  μs: 1e3, // Greek letter mu
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

// Go counts nanoseconds in a signed 64-bit number.
const LONGEST = 2 ** 63;

const PART = /(\d+\.?\d*|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;
/** Manifests say a few of them again and again. */
const known = new Map<string, number | undefined>();
const MOST_KNOWN = 1000;

/** Seconds of a Go duration such as `1m30s`; undefined when Go's `time.ParseDuration` refuses the text. */
export function parseGoDuration(text: string): number | undefined {
  const read = known.get(text);
  if (read !== undefined || known.has(text)) {
    return read;
  }
  if (known.size >= MOST_KNOWN) {
    known.clear();
  }
  const seconds = readGoDuration(text);
  known.set(text, seconds);
  return seconds;
}

function readGoDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = /^[-+]/.test(text) ? text.slice(1) : text;
  if (digits === '0') {
    return 0;
  }
  if (digits === '') {
    return undefined;
  }
  PART.lastIndex = 0;
  let nanoseconds = 0;
  while (PART.lastIndex < digits.length) {
    const match = PART.exec(digits);
    if (match === null) {
      return undefined;
    }
    nanoseconds += Number(match[1]) * NANOSECONDS[match[2]];
  }
  return nanoseconds < LONGEST ? sign * nanoseconds / 1e9 : undefined;
}

/**
 * Seconds of a `pause.duration`, which the controller reads as a whole number of seconds (`30`, `"30"`) or a Go duration
 * cut to whole seconds; undefined when it can read neither.
 */
export function parsePauseDuration(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? value : undefined;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  if (/^[-+]?\d+$/.test(value)) {
    return Number(value);
  }
  const seconds = parseGoDuration(value);
  return seconds === undefined ? undefined : Math.trunc(seconds) + 0; // + 0 turns -0 into 0
}

/** Seconds as a Go duration, without parts that are zero: `90` is `1m30s`. */
export function formatGoDuration(seconds: number): string {
  const milliseconds = Math.round(Math.abs(seconds) * 1000);
  const parts: [number, string][] = [
    [Math.floor(milliseconds / 3_600_000), 'h'],
    [Math.floor(milliseconds / 60_000) % 60, 'm'],
    [Math.floor(milliseconds / 1000) % 60, 's'],
    [milliseconds % 1000, 'ms'],
  ];
  const text = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`).join('');
  return text === '' ? '0s' : `${seconds < 0 ? '-' : ''}${text}`;
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^d(ays?)?$/i, 'd'],
  [/^w(eeks?)?$/i, 'w'],
  [/^(h|hrs?|hours?)$/i, 'h'],
  [/^(m|mins?|minutes?)$/i, 'm'],
  [/^(s|secs?|seconds?)$/i, 's'],
];
const HOURS: Readonly<Record<string, number>> = { d: 24, w: 168 };

/** What somebody who wrote `1d`, `60` or `5 minutes` meant, as a Go duration; undefined when that cannot be told. */
export function suggestGoDuration(value: unknown): string | undefined {
  const text = String(value).trim();
  if (/^\d+$/.test(text)) {
    return formatGoDuration(Number(text));
  }
  const match = /^(\d+)\s*([a-z]+)$/i.exec(text);
  const unit = match === null ? undefined : WORDS.find(([word]) => word.test(match[2]))?.[1];
  if (match === null || unit === undefined) {
    return undefined;
  }
  return unit in HOURS ? `${Number(match[1]) * HOURS[unit]}h` : `${match[1]}${unit}`;
}
