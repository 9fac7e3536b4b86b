import type { JudgedQuestion, MeasuredAnalysis } from '../intent/analysis';
import type { ComparisonIntent } from '../intent/comparison';
import type { QueryText } from '../intent/query';
import type { SaturationIntent } from '../intent/saturation';
import type { Enquiry, TelemetryDialect } from '../intent/telemetry';
import { windowSeconds } from '../intent/timing';
import type { Leaf } from '../manifests/leaf';
import { baseline } from '../telemetry/baseline';

/** What a dialect is asked for: one of its queries. */
export type Wanted =
  | { readonly kind: 'successRate' | 'errorRate' | 'requestRate' | 'restarts' | 'outOfMemory' | 'restartsInAll' | 'outOfMemoryInAll' }
  | { readonly kind: 'latency'; readonly percentile: Leaf<number> }
  | { readonly kind: 'saturation'; readonly of: SaturationIntent }
  | { readonly kind: 'baseline'; readonly of: ComparisonIntent };

/** What a question wants of a dialect. */
export function wantedBy(question: Exclude<JudgedQuestion, { readonly kind: 'threshold' }>): Wanted {
  switch (question.kind) {
    case 'success-rate': return { kind: 'successRate' };
    case 'error-rate': return { kind: 'errorRate' };
    case 'latency': return { kind: 'latency', percentile: question.percentile };
    case 'request-rate': return { kind: 'requestRate' };
    case 'saturation': case 'baseline': return question;
    case 'restarts': return { kind: question.onlyOutOfMemory ? 'outOfMemoryInAll' : 'restartsInAll' };
  }
}

export function enquiryOf(analysis: MeasuredAnalysis, dialect: TelemetryDialect): Enquiry {
  return {
    scope: analysis.scope,
    windowSeconds: windowSeconds(analysis, dialect.scrapeSeconds),
    minimumRequests: analysis.minimumRequests,
  };
}

/** The query of a dialect, with its holes. */
export function textOf(wanted: Wanted, enquiry: Enquiry, dialect: TelemetryDialect): QueryText {
  switch (wanted.kind) {
    case 'latency': return dialect.latency(enquiry, wanted.percentile);
    case 'saturation': return dialect.pods.saturation(enquiry, wanted.of);
    case 'baseline': return baseline(dialect, enquiry, wanted.of);
    case 'successRate': case 'errorRate': case 'requestRate': return dialect[wanted.kind](enquiry);
    default: return dialect.pods[wanted.kind](enquiry);
  }
}
