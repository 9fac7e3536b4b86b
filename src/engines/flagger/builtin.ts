import type { MeasuredAnalysis } from '../../intent/analysis';
import type { IMetricSource } from '../../intent/metric-source';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { TelemetryDialect } from '../../intent/telemetry';
import type { FlaggerProvider } from '../../manifests/flagger-providers';
import { known } from '../../manifests/leaf';

/** What Flagger asks by itself. */
export const builtinNames: readonly string[] = ['request-success-rate', 'request-duration'];

/** The percentile that Flagger asks for by itself. */
const builtinPercentile = 99;

/**
 * The builtin question that asks exactly this: the share of good requests, or how long 99 of 100 take, of the canary, by the metrics of
 * what splits its traffic, in a Prometheus that wants no credentials. Anything else is a query of our own.
 */
export function builtinName(
  { question, scope, noData, args }: MeasuredAnalysis, dialect: TelemetryDialect, source: IMetricSource,
  provider: FlaggerProvider | undefined, { name, services, pods, controller }: FlaggerRolloutIntent,
): 'request-success-rate' | 'request-duration' | undefined {
  const { flaggerBuiltin: builtin } = dialect;
  const isSame = builtin?.provider === provider && builtin !== undefined && source._store.plainAddress !== undefined
    && scope === 'canary' && noData.kind === 'hold' && args.length === 0
    && controller.flagger.daemonSet !== true && pods.adopted?.kind !== 'DaemonSet' && services.main.name === (pods.adopted?.name ?? name);
  if (!isSame) return undefined;
  if (question.kind === 'success-rate') return 'request-success-rate';
  return question.kind === 'latency' && builtin.latency && known(question.percentile) === builtinPercentile ? 'request-duration' : undefined;
}
