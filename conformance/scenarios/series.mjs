// The queries of the examples, and what they are answered.

/** What a healthy version answers; also for `set`. */
export const healthy = {
  'restarts': 0,
  'out-of-memory': 'empty',
  'latency': 120,
  'catastrophic-errors': 0.1,
  'success-rate': 99.9,
  'error-rate': 0.1,
};

const QUERIES = {
  'restarts': /restarts_total/,
  'out-of-memory': /OOMKilled/,
  'latency': /histogram_quantile/,
  // The same ratio as the error rate, over fewer requests.
  'catastrophic-errors': />= 20$/,
  'success-rate': /^100 \* \(1 -/,
  'error-rate': /^100 \* \(\(/,
};

/** What the metric store answers to the queries of the examples; a healthy version where nothing else is said. */
export function answers(changes = {}) {
  return Object.entries(QUERIES).map(([name, query]) => ({ name, query, answer: changes[name] ?? healthy[name] }));
}

/** The same answer to every query. */
export function always(answer) {
  return answers(Object.fromEntries(Object.keys(QUERIES).map((name) => [name, answer])));
}
