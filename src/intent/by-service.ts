import { dialectOf, isAboutOneVersion } from './analysis';
import type { AnalysisIntent } from './analysis';
import type { ITelemetry, TelemetryDialect } from './telemetry';

/** The telemetry that answers for one version and knows it by the name of its Service; absent: it knows its pods, or need not know it. */
export function toldByService(question: AnalysisIntent, intent: { readonly telemetry: ITelemetry }): TelemetryDialect | undefined {
  if (!isAboutOneVersion(question)) return undefined;
  const dialect = dialectOf(question, intent);
  return dialect.byService === true ? dialect : undefined;
}
