// The queries of the examples, and what they are answered.
import type { Script, Series } from '../harness/metrics';

/** What a healthy version answers; also for `set`. */
export const healthy = {
  'restarts': 0,
  'out-of-memory': 'empty',
  'latency': 120,
  'catastrophic-errors': 0.1,
  'success-rate': 99.9,
  'error-rate': 0.1,
} as const satisfies Readonly<Record<string, Script>>;

type Name = keyof typeof healthy;

const QUERIES: Readonly<Record<Name, RegExp>> = {
  'restarts': /restarts_total/,
  'out-of-memory': /OOMKilled/,
  'latency': /histogram_quantile/,
  // The same ratio as the error rate, over fewer requests.
  'catastrophic-errors': />= 20$/,
  'success-rate': /^100 \* \(1 -/,
  'error-rate': /^100 \* \(\(/,
};

const NAMES = Object.keys(QUERIES) as Name[];

/** What the metric store answers to the queries of the examples; a healthy version where nothing else is said. */
export function answers(changes: Readonly<Partial<Record<Name, Script>>> = {}): Series[] {
  return NAMES.map(name => ({ name, query: QUERIES[name], answer: changes[name] ?? healthy[name] }));
}

/** The same answer to every query. */
export function always(answer: Script): Series[] {
  return answers(Object.fromEntries(NAMES.map(name => [name, answer])));
}
