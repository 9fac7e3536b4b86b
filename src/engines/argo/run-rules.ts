import type { GateIntent } from '../../intent/gate';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import { runMetadataOf } from '../../intent/run-metadata';
import { metricNamesOf } from '../../intent/template';
import type { RolloutAnalysis } from '../../manifests/argo-rollouts.generated';
import { labelsAndAnnotations } from '../labels-and-annotations';

/** What a rollout says of one run, beside what is asked. */
export function runRules(gates: readonly GateIntent[], intent: ArgoRolloutIntent): Pick<RolloutAnalysis, 'dryRun' | 'measurementRetention' | 'analysisRunMetadata'> {
  const dryRun = gates.flatMap(({ analysis, dryRun: all, dryRunMetrics = [] }) =>
    (metricNamesOf(analysis) ?? []).filter(metric => all || dryRunMetrics.includes(metric)));
  const kept = gates.flatMap(({ analysis, keptMeasurements: limit }) =>
    limit === undefined ? [] : (metricNamesOf(analysis) ?? []).map(metric => ({ metricName: exactly(metric), limit })));
  const metadata = runMetadataOf([intent.controller.argo.analysisRunMetadata, ...gates.map(gate => gate.runMetadata)]);
  return {
    ...(dryRun.length === 0 ? {} : { dryRun: dryRun.map(metric => ({ metricName: exactly(metric) })) }),
    ...(kept.length === 0 ? {} : { measurementRetention: kept }),
    ...(metadata === undefined ? {} : { analysisRunMetadata: labelsAndAnnotations(metadata) }),
  };
}

/** The controller takes regular expressions that match anywhere in a metric's name. */
function exactly(metric: string): string {
  return `^${metric}$`;
}
