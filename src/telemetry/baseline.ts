import type { Compared, ComparisonIntent } from '../intent/comparison';
import { query } from '../intent/query';
import type { QueryText } from '../intent/query';
import type { Enquiry, TelemetryDialect } from '../intent/telemetry';

/**
 * The canary against the stable version over the same window, so that a busy hour, a slow database or an attack is in both. Each side is
 * an answer of its own without labels: where one of them has too few requests it is empty, and so is the whole.
 */
export function baseline(dialect: TelemetryDialect, enquiry: Enquiry, { compared, by }: ComparisonIntent): QueryText {
  const canary = sideOf(dialect, { ...enquiry, scope: 'canary' }, compared);
  const stable = sideOf(dialect, { ...enquiry, scope: 'stable' }, compared);
  // more is worse of errors and time, less is worse of good requests
  const [worse, better] = compared.kind === 'success-rate' ? [stable, canary] : [canary, stable];
  return query`(\n${worse}\n)\n${by === 'ratio' ? '/' : '-'} (\n${better}\n)`;
}

function sideOf(dialect: TelemetryDialect, enquiry: Enquiry, compared: Compared): QueryText {
  switch (compared.kind) {
    case 'success-rate': return dialect.successRate(enquiry);
    case 'error-rate': return dialect.errorRate(enquiry);
    case 'latency': return dialect.latency(enquiry, compared.percentile);
  }
}
