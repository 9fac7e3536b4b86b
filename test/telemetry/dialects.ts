import { Analysis, QueryScope } from 'rolloutkit';
import type { AnalysisOptions, CanaryRolloutProps, Telemetry } from 'rolloutkit';
import { checkout, findingsOf, metricOf, manifestsOf, synthesize } from '../render';

const few = { minimumRequests: 0 };

/** What a rollout asks with a telemetry, whatever splits its traffic. */
export function queryOf(telemetry: Telemetry, analysis: (options: AnalysisOptions) => Analysis, props: Partial<CanaryRolloutProps> = {}): string {
  const question = analysis({ ...few, telemetry });
  const manifests = manifestsOf(chart => { checkout(chart, { ...props, analyses: [question] }); });
  return metricOf(manifests, `checkout-${question.analysisName}`, question.analysisName).provider.prometheus.query;
}

/** All questions about the canary, and what is said about them. */
export function saidOf(telemetry: Telemetry, props: Partial<CanaryRolloutProps> = {}): string {
  return synthesize(chart => {
    checkout(chart, { telemetry, analyses: [Analysis.successRate(), Analysis.errorRate(), Analysis.latency()], ...props });
  }).words;
}

/** What stops a rollout that asks one question with a telemetry. */
export function refusalOf(telemetry: Telemetry, props: Partial<CanaryRolloutProps> = {}, scope = QueryScope.canary()): string[] {
  return findingsOf(chart => { checkout(chart, { analyses: [Analysis.errorRate({ telemetry, scope })], ...props }); });
}
